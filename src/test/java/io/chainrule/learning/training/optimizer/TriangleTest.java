package io.chainrule.learning.training.optimizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.chainrule.learning.dataset.RandomStream;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class TriangleTest {

    private static final int COLUMNS = 4;

    private final RandomStream random = RandomStream.of(3, "test");

    /// Columns of so many rows.
    private double[][] block(int rows) {
        var block = new double[COLUMNS][rows];
        for (var column : block) {
            Arrays.setAll(column, _ -> random.nextNormal());
        }
        return block;
    }

    private static double[][] copy(double[][] block, int from, int to) {
        return Arrays.stream(block)
                .map(column -> Arrays.copyOfRange(column, from, to))
                .toArray(double[][]::new);
    }

    @Test
    void blocksTogetherAreTheWhole() {
        var rows = block(23);
        var whole = new Triangle(COLUMNS);
        whole.add(copy(rows, 0, 23));
        var parts = new Triangle(COLUMNS);
        parts.add(copy(rows, 0, 2));
        parts.add(copy(rows, 2, 3));
        parts.add(copy(rows, 3, 23));

        for (int j = 0; j < COLUMNS; j++) {
            assertThat(whole.length(j)).isCloseTo(Vectors.length(rows[j]), within(1e-14));
            assertThat(parts.length(j)).isCloseTo(whole.length(j), within(1e-14));
        }
        assertThat(parts.step(new double[3])).containsExactly(whole.step(new double[3]), within(1e-13));
        for (int j = 0; j < 3; j++) {
            assertThat(parts.gradient()[j]).isCloseTo(Vectors.dot(rows[j], rows[3]), within(1e-13));
        }
    }

    /// At the least sum of squares, weights and all, what is left over is at right angles to every column.
    @Test
    void stepLeavesNothingThatTheColumnsCouldTakeAway() {
        var rows = block(9);
        var triangle = new Triangle(COLUMNS);
        triangle.add(copy(rows, 0, 9));
        for (var weights : new double[][] {{0, 0, 0}, {0.5, 0, 3}}) {
            var x = triangle.step(weights);
            var rest = rows[3].clone();
            for (int j = 0; j < 3; j++) {
                Vectors.add(x[j], rows[j], rest);
            }
            for (int j = 0; j < 3; j++) {
                assertThat(Vectors.dot(rows[j], rest) + weights[j] * weights[j] * x[j])
                        .isCloseTo(0, within(1e-14));
            }
            if (weights[0] == 0) {
                double left = Vectors.dot(rest, rest);
                assertThat(triangle.removable()).isCloseTo(Vectors.dot(rows[3], rows[3]) - left, within(1e-13));
            }
        }
    }

    @Test
    void inverseOfTheSquareIsOneWhateverTheUnits() {
        var rows = block(11);
        Vectors.scale(1e-9, rows[1], rows[1]);
        Vectors.scale(1e6, rows[2], rows[2]);
        var triangle = new Triangle(COLUMNS);
        triangle.add(copy(rows, 0, 11));
        var inverse = triangle.inverseOfSquare().orElseThrow();
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                double entry = 0;
                for (int k = 0; k < 3; k++) {
                    entry += inverse[i][k] * Vectors.dot(rows[k], rows[j]);
                }
                double unit = Vectors.length(rows[j]) / Vectors.length(rows[i]);
                assertThat(entry / unit).isCloseTo(i == j ? 1 : 0, within(1e-13));
            }
        }
    }

    @Test
    void dependentColumnsHaveNoInverse() {
        var rows = block(11);
        Vectors.add(2, rows[0], rows[1]);
        rows[2] = rows[1].clone();
        Vectors.add(-0.3, rows[0], rows[2]);
        var triangle = new Triangle(COLUMNS);
        triangle.add(copy(rows, 0, 11));
        assertThat(triangle.inverseOfSquare()).isEmpty();
        assertThat(new Triangle(COLUMNS).inverseOfSquare()).isEmpty();
    }
}
