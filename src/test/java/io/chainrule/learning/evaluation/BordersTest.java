package io.chainrule.learning.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.chainrule.learning.dataset.Matrix;
import io.chainrule.learning.model.Model;
import io.chainrule.learning.training.Specs;
import io.chainrule.learning.training.TrainingRun;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleBinaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Lines between classes on grids whose borders are known, and on those of trained models.
class BordersTest {

    private static final int POINTS = 21;
    private static final Axis X = new Axis("x", -2, 2, POINTS);
    private static final Axis Y = new Axis("y", -2, 2, POINTS);

    @Test
    void linearScoresGiveTheirStraightLine() {
        var border = borders((x, _) -> x, (_, y) -> 2 * y - 0.3);
        assertThat(border).hasSize(1);
        assertThat(border.getFirst().between()).containsExactly("0", "1");
        assertThat(border.getFirst().lines()).hasSize(1);
        assertThat(List.of(border.getFirst().lines().getFirst()))
                .hasSizeGreaterThan(POINTS)
                .allSatisfy(point -> assertThat(point[0]).isCloseTo(2 * point[1] - 0.3, within(1e-12)));
    }

    @Test
    void circleIsOneRing() {
        var border = borders((x, y) -> x * x + y * y, (_, _) -> 1.0);
        var line = border.getFirst().lines();
        assertThat(line).hasSize(1);
        var ring = line.getFirst();
        assertThat(ring[0]).isSameAs(ring[ring.length - 1]);
        for (var point : ring) {
            assertThat(Math.hypot(point[0], point[1])).isCloseTo(1, within(0.01));
        }
    }

    /// x, −x/2 + y, −x/2 − y: three rays from the origin.
    @Test
    void threeRegionsMeetInOnePoint() {
        var borders = borders((x, _) -> x, (x, y) -> y - x / 2 + 0.01, (x, y) -> -x / 2 - y);
        assertThat(borders)
                .extracting(border -> String.join("", border.between()))
                .containsExactly("01", "02", "12");
        for (var border : borders) {
            assertThat(border.lines()).hasSize(1);
            var line = border.lines().getFirst();
            var ends = List.of(line[0], line[line.length - 1]);
            assertThat(ends).anySatisfy(end -> {
                assertThat(end[0]).isCloseTo(1 / 300.0, within(1e-12));
                assertThat(end[1]).isCloseTo(-0.005, within(1e-12));
            });
        }
    }

    @Test
    void sheetsThatCrossInACellAreNotJoinedAcross() {
        var border = borders((x, y) -> (x - 0.05) * (y - 0.05), (_, _) -> 0.0001);
        assertThat(border.getFirst().lines()).hasSize(2);
    }

    @Test
    void oneRegionHasNoBorder() {
        assertThat(borders((_, _) -> 1, (_, _) -> 0)).isEmpty();
    }

    /// Along the border the two classes are equally likely within what a step of the grid changes.
    @Test
    void borderOfATrainedModelLiesWhereTheTopTwoAreEqual() {
        var run = TrainingRun.of(Specs.mlp(16).sgd(0.3).epochs(200).build(), Specs.sample("four-sections", "label"));
        Specs.train(run);
        var model = run.model();
        var boundary = DecisionBoundary.of(model, GridSpec.of("80"));
        var borders = ((Surface.Regions) boundary.surface()).borders();
        assertThat(borders).hasSizeGreaterThanOrEqualTo(4);
        double across = (boundary.x().max() - boundary.x().min()) / 79;
        double up = (boundary.y().max() - boundary.y().min()) / 79;
        for (var border : borders) {
            for (var line : border.lines()) {
                for (var point : line) {
                    assertEqualWithinAStep(model, border.between(), point, across, up);
                }
            }
        }
    }

    private static void assertEqualWithinAStep(
            Model model, List<String> between, double[] point, double across, double up) {
        double there = lead(model, between, point[0], point[1]);
        double step = 0;
        for (int sign : new int[] {-1, 1}) {
            step = Math.max(step, Math.abs(lead(model, between, point[0] + sign * across, point[1]) - there));
            step = Math.max(step, Math.abs(lead(model, between, point[0], point[1] + sign * up) - there));
        }
        assertThat(Math.abs(there)).isLessThanOrEqualTo(step);
    }

    /// How much likelier the first is than the second, and neither than any other by more than a trifle.
    private static double lead(Model model, List<String> between, double x, double y) {
        var predictions =
                (Predictions.Labels) Predictions.of(model, model.encoding().encode(List.of(Map.of("x1", x, "x2", y))));
        return predictions.probability(predictions.classes().indexOf(between.getFirst()))[0]
                - predictions.probability(predictions.classes().indexOf(between.getLast()))[0];
    }

    private static List<Border> borders(DoubleBinaryOperator... scores) {
        var classes =
                IntStream.range(0, scores.length).mapToObj(Integer::toString).toList();
        var borders = new Borders(classes, X, Y);
        for (int row = 0; row + 1 < POINTS; row++) {
            var below = row(row, scores);
            var above = row(row + 1, scores);
            borders.march(row, below, labels(below), above, labels(above));
        }
        return borders.found();
    }

    private static Matrix row(int row, DoubleBinaryOperator... scores) {
        var matrix = Matrix.zeros(POINTS, scores.length);
        for (int column = 0; column < POINTS; column++) {
            for (int k = 0; k < scores.length; k++) {
                matrix.values()[column * scores.length + k] = scores[k].applyAsDouble(X.at(column), Y.at(row));
            }
        }
        return matrix;
    }

    private static int[] labels(Matrix scores) {
        var labels = new int[scores.rows()];
        for (int row = 0; row < labels.length; row++) {
            for (int k = 1; k < scores.columns(); k++) {
                labels[row] = scores.at(row, k) > scores.at(row, labels[row]) ? k : labels[row];
            }
        }
        return labels;
    }
}
