package io.chainrule.learning.training;

/// A column of the history.
public enum Metric {
    TRAIN_LOSS("trainLoss"),
    TRAIN_ACCURACY("trainAccuracy"),
    TRAIN_RMSE("trainRmse"),
    VALIDATION_LOSS("validationLoss"),
    VALIDATION_ACCURACY("validationAccuracy"),
    VALIDATION_RMSE("validationRmse"),
    LEARNING_RATE("learningRate"),
    GRADIENT_NORM("gradientNorm");

    private final String key;

    Metric(String key) {
        this.key = key;
    }

    /// Its name on the wire.
    public String key() {
        return key;
    }
}
