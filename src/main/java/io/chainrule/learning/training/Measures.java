package io.chainrule.learning.training;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the epochs of a run are measured by, and where the values are read at the end of each.
final class Measures {

    private final Measured training;
    private final @Nullable Measured validation;
    private final Score score;
    private final int outputs;
    private final boolean hasRate;
    private final List<Metric> metrics;

    /// @param validation null if nothing is held back
    /// @param outputs of the network
    /// @param hasRate whether the optimizer follows a learning rate
    Measures(Measured training, @Nullable Measured validation, Score score, int outputs, boolean hasRate) {
        this.training = training;
        this.validation = validation;
        this.score = score;
        this.outputs = outputs;
        this.hasRate = hasRate;
        this.metrics = metrics(score, validation != null, hasRate);
    }

    private static List<Metric> metrics(Score score, boolean isValidated, boolean hasRate) {
        var metrics = new ArrayList<>(List.of(Metric.TRAIN_LOSS, score.training()));
        if (isValidated) {
            metrics.addAll(List.of(Metric.VALIDATION_LOSS, score.validation()));
        }
        if (hasRate) {
            metrics.add(Metric.LEARNING_RATE);
        }
        metrics.add(Metric.GRADIENT_NORM);
        return List.copyOf(metrics);
    }

    List<Metric> metrics() {
        return metrics;
    }

    /// Mean loss over the training examples.
    double trainLoss() {
        return training.loss();
    }

    /// Mean loss over what is held back, or over the training examples where nothing is.
    double watchedLoss() {
        return validation == null ? training.loss() : validation.loss();
    }

    /// All values as they stand.
    ///
    /// @param rate the learning rate of the epoch's steps
    Epoch epoch(int number, double rate, double gradientNorm) {
        var values = new double[metrics.size()];
        int column = put(training, values, 0);
        if (validation != null) {
            column = put(validation, values, column);
        }
        if (hasRate) {
            values[column++] = rate;
        }
        values[column] = gradientNorm;
        return new Epoch(number, metrics, values);
    }

    private int put(Measured examples, double[] values, int column) {
        values[column] = examples.loss();
        values[column + 1] = score.of(examples.score(), examples.examples(), outputs);
        return column + 2;
    }
}
