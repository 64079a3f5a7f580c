package io.chainrule.learning.model;

import io.chainrule.engine.graph.Shape;

/// A tensor of a layer before there are numbers in it.
///
/// @param start the value of all its numbers before training, unless it holds weights that are drawn
record TensorSpec(String name, TensorRole role, int rows, int columns, double start) {

    static TensorSpec weights(String name, int inputs, int units) {
        return new TensorSpec(name, TensorRole.WEIGHTS, inputs, units, 0);
    }

    /// A row with a number a unit.
    static TensorSpec row(String name, TensorRole role, int units, double start) {
        return new TensorSpec(name, role, 1, units, start);
    }

    long count() {
        return (long) rows * columns;
    }

    Shape shape() {
        return new Shape(rows, columns);
    }

    TensorSpec in(String layer) {
        return new TensorSpec(layer + "." + name, role, rows, columns, start);
    }
}
