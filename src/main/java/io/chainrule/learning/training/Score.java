package io.chainrule.learning.training;

import io.chainrule.engine.graph.Node;
import io.chainrule.engine.graph.Shape;
import io.chainrule.learning.dataset.Task;

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
    Node total(Node outputs, Node targets) {
        return switch (this) {
            case ACCURACY -> outputs.hits(targets);
            case RMSE -> squaredErrors(outputs, targets).total();
        };
    }

    double of(double total, int examples) {
        return switch (this) {
            case ACCURACY -> total / examples;
            case RMSE -> Math.sqrt(total / examples);
        };
    }

    /// One sum over the outputs a row.
    static Node squaredErrors(Node outputs, Node targets) {
        return outputs.minus(targets)
                .square()
                .sumTo(Shape.column(outputs.shape().rows()));
    }
}
