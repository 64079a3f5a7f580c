package io.chainrule.engine.graph;

/// Rows and columns of a value; a number is 1×1, a dataset column is examples×1, a layer is examples×units.
public record Shape(int rows, int columns) {

    public Shape {
        if (rows < 1 || columns < 1) {
            throw new IllegalArgumentException(
                    "A shape needs at least 1 row and 1 column but got " + rows + "×" + columns);
        }
        Math.multiplyExact(rows, columns);
    }

    public static Shape scalar() {
        return new Shape(1, 1);
    }

    public static Shape column(int rows) {
        return new Shape(rows, 1);
    }

    public static Shape row(int columns) {
        return new Shape(1, columns);
    }

    public int size() {
        return rows * columns;
    }

    public Shape transposed() {
        return new Shape(columns, rows);
    }

    /// Whether repeating this number, row or column can fill `to`.
    boolean repeatsTo(Shape to) {
        return (rows == 1 || rows == to.rows) && (columns == 1 || columns == to.columns);
    }

    @Override
    public String toString() {
        return rows + "×" + columns;
    }
}
