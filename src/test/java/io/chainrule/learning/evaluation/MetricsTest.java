package io.chainrule.learning.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.within;

import io.chainrule.learning.dataset.RandomStream;
import io.chainrule.learning.dataset.statistics.CompensatedSum;
import io.chainrule.learning.training.LossSpec;
import io.chainrule.learning.training.Metric;
import io.chainrule.learning.training.Preparation;
import io.chainrule.learning.training.Specs;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MetricsTest {

    private static final Outcomes.Output FOUR =
            new Outcomes.Output("y", new double[] {1, 2, 3, 4}, new double[] {1, 2, 2, 6});

    private static final Offset<Double> TINY = within(1e-15);

    @Test
    void smallCaseEqualsHandComputedValues() {
        var metrics = binary(new int[] {0, 0, 0, 1, 1}, 0.1, 0.6, 0.4, 0.4, 0.9);

        assertThat(metrics.examples()).isEqualTo(5);
        assertThat(counts(metrics.confusion())).isDeepEqualTo(new int[][] {{2, 1}, {1, 1}});
        assertThat(metrics.accuracy()).isEqualTo(3 / 5.0);
        assertThat(metrics.balancedAccuracy()).isCloseTo(7 / 12.0, TINY);
        assertThat(metrics.precision().perClass()).containsExactly(entry("a", 2 / 3.0), entry("b", 1 / 2.0));
        assertThat(metrics.precision().macro()).isCloseTo(7 / 12.0, TINY);
        assertThat(metrics.precision().weighted()).isCloseTo(3 / 5.0, TINY);
        assertThat(metrics.recall().perClass()).containsExactly(entry("a", 2 / 3.0), entry("b", 1 / 2.0));
        assertThat(metrics.f1().perClass()).containsExactly(entry("a", 4 / 6.0), entry("b", 2 / 4.0));
        assertThat(metrics.rocAuc()).isEqualTo(4.5 / 6);
        assertThat(metrics.brier()).isCloseTo(0.18, TINY);
        assertThat(metrics.loss()).isEqualTo(3);
        assertThat(metrics.logLoss()).isEqualTo(0.5);
    }

    @Test
    void rocCurveHasCornersOnly() {
        var curve = binary(new int[] {0, 0, 0, 1, 1}, 0.1, 0.6, 0.4, 0.4, 0.9)
                .curves()
                .getFirst();
        assertThat(curve.label()).isEqualTo("b");
        assertThat(curve.threshold()).containsExactly(Double.POSITIVE_INFINITY, 0.9, 0.6, 0.4, 0.1);
        assertThat(curve.falsePositiveRate()).containsExactly(0, 0, 1 / 3.0, 2 / 3.0, 1);
        assertThat(curve.truePositiveRate()).containsExactly(0, 0.5, 0.5, 1, 1);

        var separated = binary(new int[] {0, 0, 0, 1, 1}, 0.1, 0.2, 0.3, 0.4, 0.5)
                .curves()
                .getFirst();
        assertThat(separated.area()).isOne();
        assertThat(separated.threshold()).containsExactly(Double.POSITIVE_INFINITY, 0.4, 0.1);
    }

    @Test
    void undefinedMeasuresAreAbsentAndCountAsZeroInAverages() {
        var classes = List.of("a", "b", "c");
        var metrics = ClassificationMetrics.of(new Outcomes.Labels(
                classes,
                new int[] {0, 0, 1},
                new int[] {0, 0, 0},
                new double[][] {{0.5, 0.5, 0.5}, {0.3, 0.3, 0.3}, {0.2, 0.2, 0.2}},
                new double[3],
                new double[3]));

        assertThat(metrics.precision().perClass()).containsExactly(entry("a", 2 / 3.0));
        assertThat(metrics.precision().macro())
                .as("c neither occurs nor was predicted")
                .isEqualTo(1 / 3.0);
        assertThat(metrics.precision().weighted()).isCloseTo(4 / 9.0, TINY);
        assertThat(metrics.recall().perClass()).containsExactly(entry("a", 1.0), entry("b", 0.0));
        assertThat(metrics.f1().perClass()).containsExactly(entry("a", 4 / 5.0), entry("b", 0.0));
        assertThat(metrics.balancedAccuracy()).isEqualTo(0.5);
        assertThat(metrics.curves()).extracting(RocCurve::label).containsExactly("a", "b");
        assertThat(metrics.rocAuc()).as("all tied").isEqualTo(0.5);
        assertThat(metrics.brier()).isCloseTo(0.38 + 2 * 0.2 / 3, TINY);
    }

    @Test
    void rocOfSingleClassIsUndefined() {
        var metrics = binary(new int[] {1, 1}, 0.4, 0.6);
        assertThat(metrics.rocAuc()).isNull();
        assertThat(metrics.curves()).isEmpty();
        assertThat(metrics.balancedAccuracy()).isEqualTo(0.5);
    }

    /// Every pair of a positive and a negative example is looked at; many scores are equal.
    @ParameterizedTest
    @CsvSource({"2, 2", "20, 3", "100, 7", "300, 1000000", "50, 1"})
    void rocAreaIsTheShareOfPairsInOrder(int examples, int kinds) {
        var random = RandomStream.of(examples, "roc");
        for (int trial = 0; trial < 20; trial++) {
            var score = new double[examples];
            var truth = new int[examples];
            for (int i = 0; i < examples; i++) {
                score[i] = random.nextInt(kinds) / (double) kinds;
                truth[i] = i < 2 ? i : random.nextInt(2);
            }
            double pairs = 0;
            double inOrder = 0;
            for (int p = 0; p < examples; p++) {
                for (int n = 0; n < examples; n++) {
                    if (truth[p] == 1 && truth[n] == 0) {
                        pairs++;
                        inOrder += score[p] > score[n] ? 1 : score[p] == score[n] ? 0.5 : 0;
                    }
                }
            }
            var curve = binary(truth, score).curves().getFirst();
            assertThat(curve.area()).isEqualTo(inOrder / pairs);
            assertThat(trapezoids(curve)).isCloseTo(curve.area(), within(1e-12));
        }
    }

    private static double trapezoids(RocCurve curve) {
        var x = curve.falsePositiveRate();
        var y = curve.truePositiveRate();
        double area = 0;
        for (int i = 1; i < x.length; i++) {
            area += (x[i] - x[i - 1]) * (y[i] + y[i - 1]) / 2;
        }
        return area;
    }

    @Test
    void valuesAreJudgedByTheirErrors() {
        var metrics = RegressionMetrics.of(new Outcomes.Values(List.of(FOUR), new double[] {0, 0, 1, 4}));
        assertThat(metrics.errors()).isEqualTo(new ValueErrors(5, Math.sqrt(5 / 4.0), 0.75, 0.0));
        assertThat(metrics.errors("y")).isEqualTo(metrics.errors());
        assertThat(metrics.loss()).isEqualTo(1.25);
    }

    /// Squared errors 0 0 1 4 and 4 0 0 1, absolute ones 0 0 1 2 and 2 0 0 1; squared deviations are 5 and 16 · 5.
    @Test
    void severalTargetsAreJudgedEachAndTogether() {
        var other = new Outcomes.Output("z", new double[] {4, 8, 12, 16}, new double[] {6, 8, 12, 15});
        var metrics = RegressionMetrics.of(new Outcomes.Values(List.of(FOUR, other), new double[] {4, 0, 1, 5}));
        assertThat(metrics.errors("z")).isEqualTo(new ValueErrors(5, Math.sqrt(5 / 4.0), 0.75, 1 - 5 / 80.0));
        assertThat(metrics.errors().residualSumOfSquares()).isEqualTo(10);
        assertThat(metrics.errors().rmse()).isCloseTo(Math.sqrt(10 / 8.0), within(1e-15));
        assertThat(metrics.errors().mae()).isEqualTo(0.75);
        assertThat(metrics.errors().r2()).isEqualTo((0 + 1 - 5 / 80.0) / 2);
        assertThat(metrics.perTarget().keySet()).containsExactly("y", "z");

        var same = new Outcomes.Output("c", new double[] {1, 1, 1, 1}, new double[] {1, 1, 1, 2});
        var half = RegressionMetrics.of(new Outcomes.Values(List.of(FOUR, same), new double[4]));
        assertThat(half.errors().r2()).isNull();
    }

    @Test
    void constantValuesHaveNoShareOfVariance() {
        var same = new double[] {0.1, 0.1, 0.1};
        assertThat(ValueErrors.of(new Outcomes.Output("y", same, same)).r2()).isNull();
    }

    @Test
    void sumKeepsWhatRoundingTakesAway() {
        var terms = new double[] {1e100, 1, -1e100, 1e-3};
        assertThat(CompensatedSum.of(terms.length, i -> terms[i])).isEqualTo(1.001);
        assertThat(CompensatedSum.mean(new double[] {1, Double.POSITIVE_INFINITY, 2}))
                .isInfinite();
        assertThat(CompensatedSum.mean(new double[] {1, Double.NaN})).isNaN();
    }

    @ParameterizedTest
    @ValueSource(strings = {"penguins,species", "penguins,island", "four-sections,label", "two-clouds,label"})
    void metricsOfTrainingExamplesContinueTheHistory(String sample) {
        var names = sample.split(",");
        var dataset = Specs.sample(names[0], names[1]);
        var spec = Specs.mlp(8)
                .standardize()
                .missing(io.chainrule.learning.dataset.MissingValues.MEAN)
                .validation(0.3)
                .epochs(30)
                .build();
        var preparation = Preparation.of(spec, dataset);
        var run = preparation.run();
        var last = Specs.train(run).last();
        var model = run.model();
        var loss = new LossSpec.CrossEntropy();

        var split = preparation.split();
        for (var rows : List.of(split.training(), split.validation())) {
            var examples = KnownExamples.of(model, dataset, rows);
            var metrics = (ClassificationMetrics) Metrics.of(Outcomes.of(model, examples, loss::ofRows));
            boolean trained = Arrays.equals(rows, split.training());
            assertThat(metrics.examples()).isEqualTo(rows.length);
            assertThat(metrics.confusion().examples()).isEqualTo(rows.length);
            assertThat(metrics.accuracy())
                    .isEqualTo(last.value(trained ? Metric.TRAIN_ACCURACY : Metric.VALIDATION_ACCURACY));
            assertThat(metrics.loss())
                    .isCloseTo(last.value(trained ? Metric.TRAIN_LOSS : Metric.VALIDATION_LOSS), within(1e-13));
            assertThat(metrics.logLoss()).isEqualTo(metrics.loss());
        }
    }

    @Test
    void metricsOfRegressionContinueTheHistory() {
        var columns = new LinkedHashMap<String, List<Double>>();
        var random = RandomStream.of(1, "regression");
        columns.put("x", random(random, 3000));
        columns.put("y", random(random, 3000));
        var dataset = Specs.dataset(columns);
        var run = Preparation.of(Specs.mlp(4).sgd(0.01).epochs(5).build(), dataset)
                .run();
        var last = Specs.train(run).last();
        var model = run.model();
        var examples = KnownExamples.of(model, dataset, false);
        var metrics = (RegressionMetrics) Metrics.of(Outcomes.of(model, examples, new LossSpec.SquaredError()::ofRows));
        assertThat(metrics.errors().rmse()).isCloseTo(last.value(Metric.TRAIN_RMSE), within(1e-13));
        assertThat(metrics.loss()).isCloseTo(last.value(Metric.TRAIN_LOSS), within(1e-13));
        assertThat(metrics.errors().r2()).isLessThan(1);
    }

    private static List<Double> random(RandomStream random, int count) {
        return java.util.stream.IntStream.range(0, count)
                .mapToObj(_ -> random.nextNormal())
                .toList();
    }

    private static ClassificationMetrics binary(int[] truth, double... second) {
        var first = Arrays.stream(second).map(p -> 1 - p).toArray();
        var predicted = Arrays.stream(second).mapToInt(p -> p > 0.5 ? 1 : 0).toArray();
        var losses = new double[truth.length];
        Arrays.fill(losses, 3);
        var logLosses = new double[truth.length];
        Arrays.fill(logLosses, 0.5);
        return ClassificationMetrics.of(new Outcomes.Labels(
                List.of("a", "b"), truth, predicted, new double[][] {first, second}, losses, logLosses));
    }

    private static int[][] counts(ConfusionMatrix matrix) {
        int classes = matrix.classes().size();
        var counts = new int[classes][classes];
        for (int truth = 0; truth < classes; truth++) {
            for (int predicted = 0; predicted < classes; predicted++) {
                counts[truth][predicted] = matrix.count(truth, predicted);
            }
        }
        return counts;
    }
}
