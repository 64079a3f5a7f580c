package io.chainrule.learning.model;

/// What a tensor is for.
public enum TensorRole {
    /// Starts at random, is learned, and can be kept small.
    WEIGHTS,
    /// Starts where its layer says, and is learned.
    BIASES,
    /// Is not learned but measured on the way.
    STATISTICS;

    public boolean isLearned() {
        return this != STATISTICS;
    }
}
