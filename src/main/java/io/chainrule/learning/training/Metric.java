package io.chainrule.learning.training;

import io.chainrule.learning.dataset.Task;
import org.jspecify.annotations.Nullable;

/// A column of the history.
public enum Metric {
    TRAIN_LOSS("trainLoss", null),
    TRAIN_ACCURACY("trainAccuracy", Task.CLASSIFICATION),
    TRAIN_RMSE("trainRmse", Task.REGRESSION),
    VALIDATION_LOSS("validationLoss", null),
    VALIDATION_ACCURACY("validationAccuracy", Task.CLASSIFICATION),
    VALIDATION_RMSE("validationRmse", Task.REGRESSION),
    LEARNING_RATE("learningRate", null),
    GRADIENT_NORM("gradientNorm", null);

    private final String key;
    private final @Nullable Task task;

    Metric(String key, @Nullable Task task) {
        this.key = key;
        this.task = task;
    }

    /// Whether it is measured on examples that are held back.
    boolean isOfValidation() {
        return this == VALIDATION_LOSS || this == VALIDATION_ACCURACY || this == VALIDATION_RMSE;
    }

    /// The task that it is measured in, null if in any.
    @Nullable
    Task task() {
        return task;
    }

    /// Its name on the wire.
    public String key() {
        return key;
    }
}
