package io.chainrule.learning.training;

/// Why a run is finished.
public enum Ending {
    /// It has done all that it was asked for.
    EPOCHS,
    /// Nothing got better for too long.
    EARLY_STOPPING,
    /// There is nowhere to go: the gradient is as good as zero.
    CONVERGED
}
