package io.chainrule.service.drawing.chart;

import java.util.function.DoubleBinaryOperator;

final class Landscapes {

    private Landscapes() {}

    static Landscape rosenbrock() {
        return of("x", "y", -2, 2, -1, 3, (x, y) -> (1 - x) * (1 - x) + 100 * (y - x * x) * (y - x * x));
    }

    static Landscape of(
            String xName, String yName, double xMin, double xMax, double yMin, double yMax, DoubleBinaryOperator f) {
        var x = axis(xMin, xMax);
        var y = axis(yMin, yMax);
        var values = new double[y.length][x.length];
        for (int row = 0; row < y.length; row++) {
            for (int column = 0; column < x.length; column++) {
                values[row][column] = f.applyAsDouble(x[column], y[row]);
            }
        }
        return new Landscape(xName, yName, x, y, values);
    }

    private static double[] axis(double from, double to) {
        var points = new double[61];
        for (int i = 0; i < points.length; i++) {
            points[i] = from + i * (to - from) / (points.length - 1);
        }
        return points;
    }
}
