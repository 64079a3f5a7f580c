package io.chainrule.learning.training;

import io.chainrule.engine.graph.Node;
import io.chainrule.learning.dataset.Matrix;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Encoded rows to learn from or to measure on; targets are one-hot classes, or values.
///
/// @param weights how much each row's loss counts; null if all count 1
record Examples(Matrix features, Matrix targets, @Nullable Matrix weights) {

    int count() {
        return features.rows();
    }

    /// What losses are divided by to have their mean.
    double totalWeight() {
        if (weights == null) {
            return count();
        }
        double total = 0;
        for (double weight : weights.values()) {
            total += weight;
        }
        return total;
    }

    /// Lets a plan over all of them read these very arrays.
    Map<Node, double[]> bound(Objective objective) {
        var bound = new HashMap<Node, double[]>();
        bound.put(objective.forward().features(), features.values());
        bound.put(objective.targets(), targets.values());
        if (weights != null && objective.weights() != null) {
            bound.put(objective.weights(), weights.values());
        }
        return bound;
    }

    /// Copies consecutive rows to the start of some arrays.
    void load(int from, int rows, Rows into) {
        copy(features, from, rows, into.features());
        copy(targets, from, rows, into.targets());
        if (weights != null) {
            copy(weights, from, rows, into.weights());
        }
    }

    private static void copy(Matrix matrix, int from, int rows, double[] into) {
        System.arraycopy(matrix.values(), from * matrix.columns(), into, 0, rows * matrix.columns());
    }

    /// Copies the rows `order[from]`, `order[from + 1]`, … to the start of some arrays.
    void gather(int[] order, int from, int rows, Rows into) {
        features.copyRows(order, from, rows, into.features());
        targets.copyRows(order, from, rows, into.targets());
        if (weights != null) {
            weights.copyRows(order, from, rows, into.weights());
        }
    }
}
