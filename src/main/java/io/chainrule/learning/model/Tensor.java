package io.chainrule.learning.model;

import java.util.Arrays;

/// A named matrix of parameters, row by row: `layers.0.weights` has a row an input and a column a unit.
public final class Tensor {

    private final String name;
    private final TensorRole role;
    private final int rows;
    private final int columns;
    private final double[] values;

    private Tensor(String name, TensorRole role, int rows, int columns, double[] values) {
        this.name = name;
        this.role = role;
        this.rows = rows;
        this.columns = columns;
        this.values = values;
    }

    static Tensor of(TensorSpec spec) {
        var values = new double[Math.multiplyExact(spec.rows(), spec.columns())];
        Arrays.fill(values, spec.start());
        return new Tensor(spec.name(), spec.role(), spec.rows(), spec.columns(), values);
    }

    public String name() {
        return name;
    }

    public TensorRole role() {
        return role;
    }

    public int rows() {
        return rows;
    }

    public int columns() {
        return columns;
    }

    /// The live values: whoever trains changes them in place.
    public double[] values() {
        return values;
    }

    Tensor copy() {
        return new Tensor(name, role, rows, columns, values.clone());
    }
}
