package io.chainrule.service.drawing.chart;

import java.util.Arrays;

/// The values of a function over a grid.
public final class Landscape {

    private final String xName;
    private final String yName;
    private final double[] x;
    private final double[] y;
    private final double[][] values;

    /// Accepts only a grid with at least two points a side.
    ///
    /// @param x ascending
    /// @param y ascending
    /// @param values one row for each y; NaN where there is none
    public Landscape(String xName, String yName, double[] x, double[] y, double[][] values) {
        if (x.length < 2 || y.length < 2) {
            throw new IllegalArgumentException("A grid has at least 2×2 points, but got " + x.length + "×" + y.length);
        }
        requireAscending(x);
        requireAscending(y);
        if (values.length != y.length || Arrays.stream(values).anyMatch(row -> row.length != x.length)) {
            throw new IllegalArgumentException("Expected %d rows of %d values".formatted(y.length, x.length));
        }
        this.xName = xName;
        this.yName = yName;
        this.x = x.clone();
        this.y = y.clone();
        this.values = Arrays.stream(values).map(double[]::clone).toArray(double[][]::new);
    }

    String xName() {
        return xName;
    }

    String yName() {
        return yName;
    }

    double xMin() {
        return x[0];
    }

    double xMax() {
        return x[x.length - 1];
    }

    double yMin() {
        return y[0];
    }

    double yMax() {
        return y[y.length - 1];
    }

    double[][] values() {
        return values;
    }

    private static void requireAscending(double[] points) {
        for (int i = 1; i < points.length; i++) {
            if (!(points[i - 1] < points[i])) {
                throw new IllegalArgumentException(
                        "The points of an axis ascend, but %s comes before %s".formatted(points[i - 1], points[i]));
            }
        }
    }

    /// Whether a point lies on the map, or no further from it than it is wide.
    boolean isNear(double pointX, double pointY) {
        double width = xMax() - xMin();
        double height = yMax() - yMin();
        return pointX >= xMin() - width
                && pointX <= xMax() + width
                && pointY >= yMin() - height
                && pointY <= yMax() + height;
    }

    /// Between two columns.
    double xAt(double column) {
        return between(x, column);
    }

    /// Between two rows.
    double yAt(double row) {
        return between(y, row);
    }

    private static double between(double[] points, double index) {
        int below = Math.max(0, Math.min(points.length - 2, (int) Math.floor(index)));
        return points[below] + (index - below) * (points[below + 1] - points[below]);
    }
}
