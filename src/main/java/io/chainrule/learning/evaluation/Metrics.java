package io.chainrule.learning.evaluation;

/// How well a model does on examples whose truth is known; what is undefined for want of examples is null.
public sealed interface Metrics permits ClassificationMetrics, RegressionMetrics {

    int examples();

    /// Mean of the loss the model was trained on, without regularisation.
    double loss();

    static Metrics of(Outcomes outcomes) {
        return switch (outcomes) {
            case Outcomes.Labels labels -> ClassificationMetrics.of(labels);
            case Outcomes.Values values -> RegressionMetrics.of(values);
        };
    }
}
