package io.chainrule.learning.training;

import io.chainrule.engine.graph.Node;
import io.chainrule.learning.dataset.Matrix;
import io.chainrule.learning.dataset.Task;
import io.chainrule.learning.model.Link;
import io.chainrule.learning.model.RowLosses;
import io.chainrule.learning.specification.Choice;

/// What a prediction costs when it is wrong; training makes the mean over the examples small.
public sealed interface LossSpec {

    @Choice(value = "cross-entropy", help = "Minus the logarithm of the true class's softmax probability")
    record CrossEntropy() implements LossSpec {}

    @Choice(value = "squared-error", help = "(prediction - target)^2, summed over the outputs, without a half")
    record SquaredError() implements LossSpec {}

    /// The usual loss of a task.
    static LossSpec of(Task task) {
        return switch (task) {
            case CLASSIFICATION -> new CrossEntropy();
            case REGRESSION -> new SquaredError();
        };
    }

    /// The task that this loss can train.
    default Task task() {
        return switch (this) {
            case CrossEntropy _ -> Task.CLASSIFICATION;
            case SquaredError _ -> Task.REGRESSION;
        };
    }

    /// How outputs trained on this loss become predictions.
    default Link link() {
        return switch (this) {
            case CrossEntropy _ -> Link.SOFTMAX;
            case SquaredError _ -> Link.IDENTITY;
        };
    }

    /// One loss a row; `targets` are one-hot classes, or values.
    default Node trace(Node outputs, Node targets) {
        return switch (this) {
            case CrossEntropy _ -> outputs.softmaxCrossEntropy(outputs.softmax(), targets);
            case SquaredError _ -> Score.squaredErrors(outputs, targets);
        };
    }

    /// What outputs cost that are there already: one loss a row.
    default double[] ofRows(Matrix outputs, Matrix targets) {
        return RowLosses.of(outputs, targets, this::trace);
    }
}
