package io.chainrule.learning.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.function.DoubleBinaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ContourTest {

    private static final double NONE = Double.NaN;

    @Test
    void circleIsOneRingOnItsRadius() {
        var grid = grid(41, 31, (x, y) -> Math.hypot(x - 20, y - 15));
        var lines = Contour.lines(grid, 10);
        assertThat(lines).hasSize(1).allMatch(Contour.Polyline::isRing);
        var ring = lines.getFirst();
        for (int i = 0; i < ring.points(); i++) {
            assertThat(Math.hypot(ring.x(i) - 20, ring.y(i) - 15)).isEqualTo(10, within(0.02));
        }
    }

    @Test
    void lineOfPlaneEndsAtTheBorders() {
        var lines = Contour.lines(grid(5, 4, (x, _) -> x), 1.25);
        assertThat(lines).hasSize(1);
        assertThat(lines.getFirst().isRing()).isFalse();
        assertThat(xs(lines.getFirst())).containsOnly(1.25);
        assertThat(ys(lines.getFirst())).contains(0, 3).hasSize(4);
    }

    @Test
    void ringOfPlaneGoesAroundTheHighPart() {
        var rings = Contour.rings(grid(5, 4, (x, _) -> x), 1.25);
        assertThat(rings).hasSize(1).allMatch(Contour.Polyline::isRing);
        assertThat(area(rings.getFirst())).isEqualTo((4 - 1.25) * 3, within(1e-12));
    }

    @Test
    void everythingIsAboveMinusInfinity() {
        var rings = Contour.rings(grid(5, 4, (x, y) -> x * y), Double.NEGATIVE_INFINITY);
        assertThat(rings).hasSize(1);
        assertThat(area(rings.getFirst())).isEqualTo(4 * 3);
        assertThat(Contour.lines(grid(5, 4, (x, y) -> x * y), Double.NEGATIVE_INFINITY))
                .isEmpty();
    }

    @Test
    void levelOutsideTheValuesIsNowhere() {
        assertThat(Contour.rings(grid(5, 4, (x, y) -> x + y), 8)).isEmpty();
        assertThat(Contour.lines(grid(5, 4, (x, y) -> x + y), -1)).isEmpty();
    }

    @Test
    void saddleIsJoinedByItsMiddle() {
        assertThat(Contour.rings(new double[][] {{3, 0}, {0, 3}}, 1)).hasSize(1);
        assertThat(Contour.rings(new double[][] {{3, 0}, {0, 3}}, 2)).hasSize(2);
        assertThat(Contour.rings(new double[][] {{0, 3}, {3, 0}}, 1)).hasSize(1);
        assertThat(Contour.rings(new double[][] {{0, 3}, {3, 0}}, 2)).hasSize(2);
    }

    @Test
    void missingValuesAreHolesWithoutLines() {
        var grid = grid(7, 7, (x, y) -> x == 3 && y == 3 ? NONE : 1);
        assertThat(Contour.rings(grid, 0)).hasSize(2);
        assertThat(Contour.lines(grid, 0)).isEmpty();
        var half = grid(7, 7, (x, y) -> x < 3 ? NONE : y);
        assertThat(Contour.lines(half, 2.5)).singleElement().satisfies(line -> {
            assertThat(xs(line)).contains(3, 6);
            assertThat(ys(line)).containsOnly(2.5);
        });
    }

    @Test
    void infiniteValuesAreHigh() {
        var grid = grid(5, 5, (x, _) -> x > 2 ? Double.POSITIVE_INFINITY : 0);
        var lines = Contour.lines(grid, 1);
        assertThat(lines).hasSize(1);
        assertThat(xs(lines.getFirst())).containsOnly(2);
    }

    private static double[][] grid(int columns, int rows, DoubleBinaryOperator function) {
        var values = new double[rows][columns];
        for (int y = 0; y < rows; y++) {
            for (int x = 0; x < columns; x++) {
                values[y][x] = function.applyAsDouble(x, y);
            }
        }
        return values;
    }

    private static double[] xs(Contour.Polyline line) {
        return IntStream.range(0, line.points()).mapToDouble(line::x).toArray();
    }

    private static double[] ys(Contour.Polyline line) {
        return IntStream.range(0, line.points()).mapToDouble(line::y).toArray();
    }

    private static double area(Contour.Polyline ring) {
        double twice = 0;
        for (int i = 1; i < ring.points(); i++) {
            twice += ring.x(i - 1) * ring.y(i) - ring.x(i) * ring.y(i - 1);
        }
        return Math.abs(twice / 2);
    }
}
