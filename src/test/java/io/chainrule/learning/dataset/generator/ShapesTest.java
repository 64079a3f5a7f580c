package io.chainrule.learning.dataset.generator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.chainrule.learning.dataset.CategoryColumn;
import io.chainrule.learning.dataset.Dataset;
import io.chainrule.learning.dataset.NumberColumn;
import io.chainrule.learning.specification.InvalidSpecException;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/// Without noise every example lies exactly where its formula says.
class ShapesTest {

    private static final Offset<Double> ROUNDING = within(1e-14);

    private interface Claim {
        void check(double x, double y, String label);
    }

    private static void everyExample(GeneratorSpec generator, Claim claim) {
        var dataset = generator.generate("shape");
        var labels = (CategoryColumn) dataset.targetColumn();
        for (int row = 0; row < dataset.examples(); row++) {
            claim.check(at(dataset, "x", row), at(dataset, "y", row), String.valueOf(labels.value(row)));
        }
    }

    private static double at(Dataset dataset, String column, int row) {
        return ((NumberColumn) dataset.column(column)).at(row);
    }

    @Test
    void moonsAreHalfCirclesThatReachIntoEachOther() {
        everyExample(new Moons(100, 0, 1), (x, y, label) -> {
            boolean isUpper = label.equals("upper");
            assertThat(isUpper ? Math.hypot(x, y) : Math.hypot(x - 1, y - 0.5)).isCloseTo(1, ROUNDING);
            assertThat(isUpper ? y >= 0 : y <= 0.5).isTrue();
        });
    }

    @Test
    void circlesHaveTheRadiiAskedFor() {
        everyExample(
                new Circles(100, 0, 1, 0.25),
                (x, y, label) -> assertThat(Math.hypot(x, y)).isCloseTo(label.equals("inner") ? 0.25 : 1, ROUNDING));
    }

    @Test
    void blobsStandInACircle() {
        everyExample(new Blobs(100, 0, 1, 4, 3), (x, y, label) -> {
            double angle = Math.toRadians(90 * (label.charAt(0) - 'a'));
            assertThat(x).isCloseTo(3 * Math.cos(angle), ROUNDING);
            assertThat(y).isCloseTo(3 * Math.sin(angle), ROUNDING);
        });
    }

    @Test
    void xorTellsWhetherSignsAreTheSameAndKeepsItsMargin() {
        everyExample(new Xor(400, 0, 1, 0.2), (x, y, label) -> {
            assertThat(label).isEqualTo(x > 0 == y > 0 ? "same" : "different");
            assertThat(Math.abs(x)).isBetween(0.2, 1.0);
            assertThat(Math.abs(y)).isBetween(0.2, 1.0);
        });
    }

    @Test
    void armsOfTheSpiralWindAsOftenAsAskedFor() {
        everyExample(new Spiral(300, 0, 1, 3, 2), (x, y, label) -> {
            double along = (Math.hypot(x, y) - 0.1) / 0.9;
            double angle = 2 * Math.PI * (2 * along + (label.charAt(0) - 'a') / 3.0);
            assertThat(along).isBetween(-1e-12, 1.0);
            assertThat(x).isCloseTo(Math.hypot(x, y) * Math.cos(angle), within(1e-12));
            assertThat(y).isCloseTo(Math.hypot(x, y) * Math.sin(angle), within(1e-12));
        });
    }

    @Test
    void cloudsAreOppositeEachOther() {
        everyExample(new Gaussians(10, 0, 1, 3), (x, y, label) -> {
            assertThat(x).isEqualTo(label.equals("upper") ? 3 : -3);
            assertThat(y).isEqualTo(x);
        });
    }

    @Test
    void squaresOfTheCheckerboardAlternate() {
        everyExample(new Checkerboard(500, 0, 1, 5), (x, y, label) -> {
            int across = (int) Math.floor((x + 1) / 2 * 5);
            int upwards = (int) Math.floor((y + 1) / 2 * 5);
            assertThat(label).isEqualTo((across + upwards) % 2 == 0 ? "dark" : "light");
        });
    }

    @Test
    void valuesAreThoseOfTheirFormulas() {
        var line = new Line(50, 0, 1, 3, -1).generate("line");
        var sine = new Sine(50, 0, 1, 2, 3).generate("sine");
        var plane = new Plane(50, 0, 1, 1, 2, 3).generate("plane");
        var surface = new GaussSurface(50, 0, 1, 1).generate("surface");
        for (int row = 0; row < 50; row++) {
            assertThat(at(line, "y", row)).isEqualTo(3 * at(line, "x", row) - 1);
            assertThat(at(line, "x", row)).isBetween(-1.0, 1.0);
            assertThat(at(sine, "y", row)).isCloseTo(2 * Math.sin(3 * at(sine, "x", row)), ROUNDING);
            assertThat(at(sine, "x", row)).isBetween(-Math.PI, Math.PI);
            assertThat(at(plane, "z", row)).isCloseTo(at(plane, "x", row) + 2 * at(plane, "y", row) + 3, ROUNDING);
            assertThat(at(surface, "z", row)).isBetween(-1.01, 1.01);
        }
    }

    @Test
    void hillsAndHollowsAlternate() {
        var surface = new GaussSurface(2, 0, 0, 1);
        assertThat(surface.value(0, -2.5)).isCloseTo(1, within(0.01));
        assertThat(surface.value(0, 2.5)).isCloseTo(-1, within(0.01));
        assertThat(surface.value(-4, 2.5)).isCloseTo(1, within(0.01));
        assertThat(surface.value(4, -2.5)).isCloseTo(-1, within(0.01));
        assertThat(surface.value(0, 0)).isCloseTo(0, within(1e-15));
    }

    @Test
    void everyClassNeedsAnExample() {
        assertThatThrownBy(() -> new Blobs(3, 0, 0, 4, 1))
                .isInstanceOf(InvalidSpecException.class)
                .hasMessageContaining("Each of 4 classes needs an example, but there are only 3");
        assertThatThrownBy(() -> new Spiral(2, 0, 0, 3, 1)).isInstanceOf(InvalidSpecException.class);
    }
}
