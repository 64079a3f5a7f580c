package io.chainrule.learning.dataset.separability;

import io.chainrule.learning.dataset.Matrix;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/// A few points with whole coordinates in two classes, and in whole numbers whether a line separates them: an oracle
/// that knows no linear programs.
record PlanarPoints(List<Point> first, List<Point> second) {

    record Point(long x, long y) {}

    static PlanarPoints random(Random random, int most, int range) {
        return new PlanarPoints(points(random, most, range), points(random, most, range));
    }

    private static List<Point> points(Random random, int most, int range) {
        return IntStream.rangeClosed(0, random.nextInt(most))
                .mapToObj(_ -> new Point(random.nextInt(range), random.nextInt(range)))
                .toList();
    }

    Matrix matrix() {
        var matrix = Matrix.zeros(first.size() + second.size(), 2);
        for (int row = 0; row < matrix.rows(); row++) {
            var point = row < first.size() ? first.get(row) : second.get(row - first.size());
            matrix.values()[2 * row] = point.x();
            matrix.values()[2 * row + 1] = point.y();
        }
        return matrix;
    }

    int[] labels() {
        return IntStream.range(0, first.size() + second.size())
                .map(row -> row < first.size() ? 0 : 1)
                .toArray();
    }

    /// Hulls meet if two sides cross, or if a point lies in a triangle of the others.
    boolean isSeparable() {
        return !anyTriangleHolds(first, second) && !anyTriangleHolds(second, first) && !sidesCross();
    }

    private static boolean anyTriangleHolds(List<Point> corners, List<Point> points) {
        for (var a : corners) {
            for (var b : corners) {
                for (var c : corners) {
                    if (points.stream().anyMatch(point -> holds(a, b, c, point))) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    private static boolean holds(Point a, Point b, Point c, Point point) {
        long s = turn(a, b, point);
        long t = turn(b, c, point);
        long u = turn(c, a, point);
        if (turn(a, b, c) == 0) {
            return isOnSide(a, b, point) || isOnSide(b, c, point) || isOnSide(c, a, point);
        }
        return (s >= 0 && t >= 0 && u >= 0) || (s <= 0 && t <= 0 && u <= 0);
    }

    private boolean sidesCross() {
        for (var a : first) {
            for (var b : first) {
                for (var c : second) {
                    for (var d : second) {
                        if (cross(a, b, c, d)) {
                            return true;
                        }
                    }
                }
            }
        }
        return false;
    }

    private static boolean cross(Point a, Point b, Point c, Point d) {
        return Long.signum(turn(a, b, c)) * Long.signum(turn(a, b, d)) < 0
                && Long.signum(turn(c, d, a)) * Long.signum(turn(c, d, b)) < 0;
    }

    private static boolean isOnSide(Point a, Point b, Point point) {
        return turn(a, b, point) == 0
                && Math.min(a.x(), b.x()) <= point.x()
                && point.x() <= Math.max(a.x(), b.x())
                && Math.min(a.y(), b.y()) <= point.y()
                && point.y() <= Math.max(a.y(), b.y());
    }

    private static long turn(Point a, Point b, Point c) {
        return (b.x() - a.x()) * (c.y() - a.y()) - (b.y() - a.y()) * (c.x() - a.x());
    }
}
