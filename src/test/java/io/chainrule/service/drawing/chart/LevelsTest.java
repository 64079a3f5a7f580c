package io.chainrule.service.drawing.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.DoubleBinaryOperator;
import org.junit.jupiter.api.Test;

class LevelsTest {

    @Test
    void valleyIsCutByMagnitude() {
        assertThat(Levels.of(Landscapes.rosenbrock().values()))
                .containsExactly(1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000);
    }

    @Test
    void slopeIsCutEvenly() {
        assertThat(levels((x, y) -> x + y)).containsExactly(-1.5, -1, -0.5, 0, 0.5, 1, 1.5);
    }

    @Test
    void negativeMinimumIsWhereMagnitudesBegin() {
        var levels = levels((x, y) -> Math.pow(x * x + y * y, 3) - 7);
        assertThat(levels[0]).isGreaterThan(-7).isLessThan(-6.9);
        assertThat(levels).isSorted().hasSizeBetween(5, 13);
    }

    @Test
    void wideRangesKeepFewLevels() {
        assertThat(levels((x, y) -> Math.exp(30 * (x + y)))).isSorted().hasSizeBetween(3, 13);
        assertThat(levels((x, y) -> 1e-300 * (x + y))).isSorted().hasSizeBetween(5, 13);
        assertThat(levels((x, y) -> 1.7e308 * x)).isSorted().hasSizeBetween(3, 20);
    }

    @Test
    void flatOrMissingValuesHaveNone() {
        assertThat(levels((_, _) -> 3)).isEmpty();
        assertThat(levels((_, _) -> Double.NaN)).isEmpty();
        assertThat(levels((x, _) -> x < 0 ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY))
                .isEmpty();
    }

    @Test
    void infiniteValuesDoNotCount() {
        assertThat(levels((x, y) -> x > 0.9 ? Double.POSITIVE_INFINITY : x + y)).contains(0, 0.5);
    }

    private static double[] levels(DoubleBinaryOperator function) {
        return Levels.of(Landscapes.of("x", "y", -1, 1, -1, 1, function).values());
    }
}
