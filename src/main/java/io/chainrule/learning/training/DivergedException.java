package io.chainrule.learning.training;

import io.chainrule.learning.specification.Wording;

/// The loss is no finite number any more, so going on is pointless.
public final class DivergedException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final int epoch;
    private final double value;
    private final String fix;

    DivergedException(int epoch, double value, double learningRate, boolean standardized) {
        super("The training loss became %s in epoch %d".formatted(value, epoch));
        this.epoch = epoch;
        this.value = value;
        this.fix = "Try a learning rate of %s, a tenth of this one%s"
                .formatted(
                        Wording.number(learningRate / 10),
                        standardized ? "." : ", or standardize the features (\"standardize\": true).");
    }

    public int epoch() {
        return epoch;
    }

    public double value() {
        return value;
    }

    /// What to try next.
    public String fix() {
        return fix;
    }
}
