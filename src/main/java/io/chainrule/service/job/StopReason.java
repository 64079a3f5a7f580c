package io.chainrule.service.job;

import io.chainrule.learning.training.Ending;

/// Why a succeeded job trained no further.
public enum StopReason {
    /// It has done all that it was asked for.
    EPOCHS("epochs"),
    /// Nothing got better for too long.
    EARLY_STOPPING("early-stopping"),
    /// The gradient is as good as zero.
    CONVERGED("converged"),
    /// It has come to the end of its `maxSeconds`.
    TIME_LIMIT("time-limit");

    private final String wireName;

    StopReason(String wireName) {
        this.wireName = wireName;
    }

    static StopReason of(Ending ending) {
        return switch (ending) {
            case EPOCHS -> EPOCHS;
            case EARLY_STOPPING -> EARLY_STOPPING;
            case CONVERGED -> CONVERGED;
        };
    }

    public String wireName() {
        return wireName;
    }
}
