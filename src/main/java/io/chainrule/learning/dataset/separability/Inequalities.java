package io.chainrule.learning.dataset.separability;

import io.chainrule.learning.dataset.Matrix;

/// The demands on weights and biases: every example's own class scores higher than each other class.
///
/// Only differences of scores matter, so the last class scores 0 and the unknowns v are weights and bias of each other
/// class, one after the other. A demand is then a row a with a·v > 0: (x, 1) at the place of the own class, −(x, 1) at
/// that of the other.
///
/// @param labels the class of each example, from 0 on
@SuppressWarnings("ArrayRecordComponent") // never compared
record Inequalities(Matrix examples, int[] labels, int classes) {

    private static final int OVERHEAD = 8;

    /// How many demands there are: each example against each other class.
    int count() {
        return Math.multiplyExact(examples.rows(), classes - 1);
    }

    /// How many unknowns.
    int unknowns() {
        return Math.multiplyExact(block(), classes - 1);
    }

    /// Multiplications to evaluate all of them, or what takes as long.
    long cost() {
        return 2L * count() * (block() + OVERHEAD);
    }

    private int block() {
        return examples.columns() + 1;
    }

    /// Which example a demand is about.
    int example(int demand) {
        return demand / (classes - 1);
    }

    private int own(int demand) {
        return labels[example(demand)];
    }

    private int other(int demand) {
        int number = demand % (classes - 1);
        return number < own(demand) ? number : number + 1;
    }

    /// By how much the own class scores higher.
    double lead(int demand, double[] v) {
        int example = example(demand);
        return score(example, own(demand), v) - score(example, other(demand), v);
    }

    private double score(int example, int label, double[] v) {
        if (label == classes - 1) {
            return 0;
        }
        int at = label * block();
        double score = v[at + block() - 1];
        for (int column = 0; column < examples.columns(); column++) {
            score += v[at + column] * examples.at(example, column);
        }
        return score;
    }

    /// The coefficients of a demand.
    double[] row(int demand) {
        var row = new double[unknowns()];
        put(demand, own(demand), 1, row);
        put(demand, other(demand), -1, row);
        return row;
    }

    private void put(int demand, int label, double sign, double[] row) {
        if (label == classes - 1) {
            return;
        }
        int at = label * block();
        for (int column = 0; column < examples.columns(); column++) {
            row[at + column] = sign * examples.at(example(demand), column);
        }
        row[at + block() - 1] = sign;
    }
}
