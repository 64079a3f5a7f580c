package io.chainrule.learning.training;

import io.chainrule.learning.dataset.Matrix;

/// Encoded rows to learn from or to measure on; targets are one-hot classes, or values.
record Examples(Matrix features, Matrix targets) {

    int count() {
        return features.rows();
    }

    /// Copies consecutive rows to the start of two arrays.
    void load(int from, int rows, double[] intoFeatures, double[] intoTargets) {
        int inputs = features.columns();
        int outputs = targets.columns();
        System.arraycopy(features.values(), from * inputs, intoFeatures, 0, rows * inputs);
        System.arraycopy(targets.values(), from * outputs, intoTargets, 0, rows * outputs);
    }

    /// Copies the rows `order[from]`, `order[from + 1]`, … to the start of two arrays.
    void gather(int[] order, int from, int rows, double[] intoFeatures, double[] intoTargets) {
        features.copyRows(order, from, rows, intoFeatures);
        targets.copyRows(order, from, rows, intoTargets);
    }
}
