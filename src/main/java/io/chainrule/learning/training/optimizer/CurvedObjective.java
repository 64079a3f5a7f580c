package io.chainrule.learning.training.optimizer;

/// An objective that knows its second derivatives too.
public interface CurvedObjective extends Objective {

    /// Fills in the whole symmetric matrix of second derivatives at a place.
    void hessian(double[] at, double[][] hessian);
}
