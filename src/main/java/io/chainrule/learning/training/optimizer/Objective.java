package io.chainrule.learning.training.optimizer;

/// A function of several numbers that is to be made small.
public interface Objective {

    /// The value at a place; its gradient goes into `gradient`.
    double evaluate(double[] at, double[] gradient);
}
