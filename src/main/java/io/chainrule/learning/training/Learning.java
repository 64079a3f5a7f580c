package io.chainrule.learning.training;

/// Optimizer steps that together see every training example once.
interface Learning extends Work {

    /// How many steps were taken since the start of the run.
    long steps();

    /// The length of the gradient of the epoch's last step.
    double gradientNorm();

    /// Whether there is nowhere to go after the last step.
    default boolean hasConverged() {
        return false;
    }
}
