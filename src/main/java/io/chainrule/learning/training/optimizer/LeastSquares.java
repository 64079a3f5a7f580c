package io.chainrule.learning.training.optimizer;

/// Residuals that depend on several numbers, the sum of whose squares is to be made small.
public interface LeastSquares {

    /// The sum of squares at a place; no finite number where one of the residuals is none.
    double sumOfSquares(double[] at);

    /// Adds all rows [J | r] of the derivatives J and residuals r at a place.
    ///
    /// @param triangle empty, of one column more than there are numbers
    void linearize(double[] at, Triangle triangle);
}
