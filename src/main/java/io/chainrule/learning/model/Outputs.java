package io.chainrule.learning.model;

import io.chainrule.engine.kernel.Classes;
import io.chainrule.learning.dataset.Matrix;

/// What a model makes of rows.
///
/// @param scores outputs of the network
/// @param predictions probabilities of the classes, or values
public record Outputs(Matrix scores, Matrix predictions) {

    public int rows() {
        return scores.rows();
    }

    /// Each row's class with the highest score, the first of equals, just as accuracy counts it.
    public int[] labels() {
        var labels = new int[rows()];
        for (int row = 0; row < labels.length; row++) {
            labels[row] = Classes.largest(scores.values(), row * scores.columns(), scores.columns());
        }
        return labels;
    }

    /// A row's probability of a class, or its value of a target.
    public double prediction(int row, int column) {
        return predictions.at(row, column);
    }

    /// Each row's probability of a class, or its value of a target.
    public double[] column(int column) {
        return predictions.column(column);
    }
}
