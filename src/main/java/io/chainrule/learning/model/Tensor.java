package io.chainrule.learning.model;

/// A named matrix of parameters, row by row: `layers.0.weights` has a row an input and a column a unit.
public final class Tensor {

    private final String name;
    private final int rows;
    private final int columns;
    private final double[] values;

    private Tensor(String name, int rows, int columns, double[] values) {
        this.name = name;
        this.rows = rows;
        this.columns = columns;
        this.values = values;
    }

    static Tensor zeros(String name, int rows, int columns) {
        return new Tensor(name, rows, columns, new double[Math.multiplyExact(rows, columns)]);
    }

    public String name() {
        return name;
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
        return new Tensor(name, rows, columns, values.clone());
    }
}
