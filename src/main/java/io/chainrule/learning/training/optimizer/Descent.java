package io.chainrule.learning.training.optimizer;

/// A way down an objective, from point to point, at the pace of whoever pulls. It knows no limits: it is told to stop.
public sealed interface Descent permits GradientSteps, QuasiNewton, SafeguardedNewton {

    /// The start of a descent of any kind.
    ///
    /// @param tolerance largest absolute gradient component that counts as none
    static Descent of(OptimizerSpec.OfExpressions spec, CurvedObjective objective, double[] start, double tolerance) {
        return switch (spec) {
            case OptimizerSpec.FirstOrder firstOrder -> new GradientSteps(firstOrder, objective, start, tolerance);
            case OptimizerSpec.Lbfgs lbfgs -> new QuasiNewton(lbfgs, objective, start, tolerance);
            case OptimizerSpec.Newton _ -> new SafeguardedNewton(objective, start, tolerance);
        };
    }

    /// Where it is: value and gradient may be no finite numbers if the objective has no end there. Later
    /// steps may change this very object.
    Point point();

    /// Whether there is nowhere to go, because the gradient vanishes.
    boolean isSettled();

    /// Goes one step; false if it finds no lower point, and stays.
    boolean advance();
}
