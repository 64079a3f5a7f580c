package io.chainrule.learning.evaluation;

import io.chainrule.learning.dataset.Matrix;

/// What a prediction costs when it is wrong, as the training of a model saw it.
@FunctionalInterface
public interface RowLoss {

    /// One loss a row.
    ///
    /// @param outputs scores of the classes, or values
    /// @param targets one-hot classes, or values
    double[] ofRows(Matrix outputs, Matrix targets);
}
