package io.chainrule.learning.training;

/// What is known about a set of examples at the end of an epoch.
interface Measured {

    /// Mean loss.
    double loss();

    /// Total of what [Score] counts.
    double score();

    int examples();
}
