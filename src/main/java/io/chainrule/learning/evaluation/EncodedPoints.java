package io.chainrule.learning.evaluation;

import io.chainrule.learning.dataset.Matrix;

/// The inputs of a model at the points of a grid; only two of them change.
///
/// @param row a row of the grid; what depends on y is overwritten
/// @param alongY a point of each row
/// @param offset the input that is y
record EncodedPoints(Matrix row, Matrix alongY, int offset) {

    /// The inputs of one row of the grid, until the next is asked for.
    Matrix row(int y) {
        var values = row.values();
        double value = alongY.at(y, offset);
        for (int at = offset; at < values.length; at += row.columns()) {
            values[at] = value;
        }
        return row;
    }
}
