package io.chainrule.learning.training.minimization;

/// An expression of two variables on a grid around the path of a minimization, for drawing contours.
///
/// @param x first variable, ascending
/// @param y second variable, ascending
/// @param values one row for each y
@SuppressWarnings("ArrayRecordComponent") // on its way into a picture: nobody compares it
public record Surroundings(double[] x, double[] y, double[][] values) {

    /// What is farther from start and minimum than this many times their distance is left out.
    private static final double NEAR = 3;

    private static final double MARGIN = 0.15;

    static Surroundings of(Minimization minimization, ExpressionObjective objective, int columns, int rows) {
        var path = minimization.path();
        var minimum = minimization.minimum().at().values().stream()
                .mapToDouble(Double::doubleValue)
                .toArray();
        var xRange = Range.of(path.coordinates(0), minimum[0]);
        var yRange = Range.of(path.coordinates(1), minimum[1]);
        var x = xRange.orLike(yRange).points(columns);
        var y = yRange.orLike(xRange).points(rows);
        var values = new double[rows][columns];
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                values[row][column] = objective.value(x[column], y[row]);
            }
        }
        return new Surroundings(x, y, values);
    }

    private record Range(double from, double to) {

        static Range of(double[] coordinates, double minimum) {
            double from = Math.min(coordinates[0], minimum);
            double to = Math.max(coordinates[0], minimum);
            double near = NEAR * (to - from);
            double least = from - near;
            double greatest = to + near;
            for (double coordinate : coordinates) {
                if (coordinate >= least && coordinate <= greatest) {
                    from = Math.min(from, coordinate);
                    to = Math.max(to, coordinate);
                }
            }
            return new Range(from, to);
        }

        double width() {
            return to - from;
        }

        /// As wide as the other one if it is but a point.
        Range orLike(Range other) {
            double scale = Math.max(Math.abs(from), Math.abs(to));
            if (width() > 1e-9 * scale) {
                return this;
            }
            double half = other.width() > 1e-9 * scale ? other.width() / 2 : Math.max(1, scale) / 2;
            return new Range(from - half, to + half);
        }

        double[] points(int count) {
            double start = Math.max(from - MARGIN * width(), -Double.MAX_VALUE);
            double end = Math.min(to + MARGIN * width(), Double.MAX_VALUE);
            var points = new double[count];
            for (int i = 0; i < count; i++) {
                double share = (double) i / (count - 1);
                points[i] = start * (1 - share) + end * share;
            }
            return points;
        }
    }
}
