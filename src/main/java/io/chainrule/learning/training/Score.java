package io.chainrule.learning.training;

import io.chainrule.engine.graph.Node;
import io.chainrule.learning.dataset.Task;
import io.chainrule.learning.model.Link;

/// How good predictions are, in the measure that people read beside the loss.
enum Score {
    /// The share of examples whose highest score is that of their class.
    ACCURACY(Metric.TRAIN_ACCURACY, Metric.VALIDATION_ACCURACY),
    /// The root of the mean squared error.
    RMSE(Metric.TRAIN_RMSE, Metric.VALIDATION_RMSE);

    private final Metric training;
    private final Metric validation;

    Score(Metric training, Metric validation) {
        this.training = training;
        this.validation = validation;
    }

    static Score of(Task task) {
        return switch (task) {
            case CLASSIFICATION -> ACCURACY;
            case REGRESSION -> RMSE;
        };
    }

    Metric training() {
        return training;
    }

    Metric validation() {
        return validation;
    }

    /// What is summed over the rows: hits, or squared errors.
    ///
    /// @param scores what the link makes of the outputs
    Node total(Link link, Node scores, Node targets) {
        return switch (this) {
            case ACCURACY -> scores.hits(targets);
            case RMSE -> link.of(scores).minus(targets).square().total();
        };
    }

    /// @param outputs of the network: each has an error of its own
    double of(double total, int examples, int outputs) {
        return switch (this) {
            case ACCURACY -> total / examples;
            case RMSE -> Math.sqrt(total / ((double) examples * outputs));
        };
    }
}
