package io.chainrule.learning.dataset;

/// Numbers in rows, one example each, row after row in one live array.
public final class Matrix {

    private final int rows;
    private final int columns;
    private final double[] values;

    public Matrix(int rows, int columns, double... values) {
        if (rows < 0 || columns < 0 || values.length != Math.multiplyExact(rows, columns)) {
            throw new IllegalArgumentException(
                    rows + "×" + columns + " numbers were expected, but " + values.length + " came");
        }
        this.rows = rows;
        this.columns = columns;
        this.values = values;
    }

    public static Matrix zeros(int rows, int columns) {
        return new Matrix(rows, columns, new double[Math.multiplyExact(rows, columns)]);
    }

    public int rows() {
        return rows;
    }

    public int columns() {
        return columns;
    }

    public double[] values() {
        return values;
    }

    public double at(int row, int column) {
        return values[row * columns + column];
    }

    /// One column, from its first row on.
    public double[] column(int column) {
        var all = new double[rows];
        for (int row = 0; row < rows; row++) {
            all[row] = at(row, column);
        }
        return all;
    }

    /// Copies the rows `order[from]`, `order[from + 1]`, … one after the other, as many as `count` tells.
    public void copyRows(int[] order, int from, int count, double[] into) {
        for (int i = 0; i < count; i++) {
            System.arraycopy(values, order[from + i] * columns, into, i * columns, columns);
        }
    }
}
