package io.chainrule.learning.dataset.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.chainrule.learning.dataset.Csv;
import io.chainrule.learning.dataset.Dataset;
import io.chainrule.learning.dataset.DatasetLimits;
import io.chainrule.learning.dataset.DatasetSpec;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StatisticsTest {

    private static final double NONE = Double.NaN;

    private static Dataset dataset(String csv) {
        try {
            var bytes = new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8));
            return Csv.read(bytes, DatasetSpec.named("test"), DatasetLimits.standard());
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static NumberSummary summary(Statistics statistics, int column) {
        return Objects.requireNonNull(statistics.columns().get(column).numbers());
    }

    @Test
    void numbersAreSummedUp() {
        var numbers = NumberSummary.of(2, 4, 4, 4, 5, 5, 7, 9);
        assertThat(numbers.least()).isEqualTo(2);
        assertThat(numbers.greatest()).isEqualTo(9);
        assertThat(numbers.mean()).isEqualTo(5);
        assertThat(numbers.deviation()).isEqualTo(2);
        assertThat(numbers.quartiles()).containsExactly(4.0, 4.5, 5.5);
        assertThat(numbers.histogram().edges()).containsExactly(2.0, 3.75, 5.5, 7.25, 9.0);
        assertThat(numbers.histogram().counts()).containsExactly(1, 5, 1, 1);
    }

    @Test
    void quartilesLieBetweenNeighbours() {
        assertThat(NumberSummary.of(3, 1, 2, 4).quartiles()).containsExactly(1.75, 2.5, 3.25);
        assertThat(NumberSummary.of(7).quartiles()).containsExactly(7.0, 7.0, 7.0);
    }

    @Test
    void numberOnAnEdgeCountsUpwards() {
        var histogram = NumberSummary.of(0, 1, 2, 3).histogram();
        assertThat(histogram.edges()).containsExactly(0.0, 1.0, 2.0, 3.0);
        assertThat(histogram.counts()).containsExactly(1, 1, 2);
    }

    @Test
    void equalNumbersHaveNoDeviationAndOneBin() {
        var numbers = NumberSummary.of(0.1, 0.1, 0.1);
        assertThat(numbers.mean()).isEqualTo(0.1);
        assertThat(numbers.deviation()).isZero();
        assertThat(numbers.histogram()).isEqualTo(new Histogram(List.of(0.1, 0.1), List.of(3)));
    }

    /// A one-pass formula would lose all digits of the deviation.
    @Test
    void largeMeanLeavesTheDigitsOfTheDeviationAlone() {
        var numbers = NumberSummary.of(1e9 + 4, 1e9 + 7, 1e9 + 13, 1e9 + 16);
        assertThat(numbers.mean()).isEqualTo(1e9 + 10);
        assertThat(numbers.deviation()).isCloseTo(Math.sqrt(22.5), within(1e-14));
    }

    @ParameterizedTest
    @ValueSource(doubles = {1.5e308, 1e200, 1e-200, 5e-320})
    void squaresAndSumsStayWithinTheRangeOfDoubles(double unit) {
        var numbers = NumberSummary.of(-unit, unit, unit, -unit, unit, -unit);
        assertThat(numbers.mean()).isZero();
        assertThat(numbers.deviation()).isCloseTo(unit, within(unit * 1e-15));
        assertThat(numbers.quartiles()).containsExactly(-unit, 0.0, unit);
        assertThat(numbers.histogram().counts().stream().mapToInt(count -> count))
                .contains(3);
    }

    @Test
    void neighbouringDoublesHaveFewerBins() {
        var histogram =
                NumberSummary.of(1, 1, 1, Math.nextUp(1.0), Math.nextUp(1.0)).histogram();
        assertThat(histogram.edges()).containsExactly(1.0, Math.nextUp(1.0));
        assertThat(histogram.counts()).containsExactly(5);
    }

    @Test
    void histogramHoldsEveryNumberOnce() {
        var random = new Random(4);
        var values = DoubleStream.generate(random::nextGaussian).limit(1000).toArray();
        var histogram = NumberSummary.of(values).histogram();
        assertThat(histogram.counts()).hasSize(11);
        for (int bin = 0; bin < 11; bin++) {
            double from = histogram.edges().get(bin);
            double to = bin == 10 ? Double.POSITIVE_INFINITY : histogram.edges().get(bin + 1);
            long inside = DoubleStream.of(values)
                    .filter(value -> value >= from && value < to)
                    .count();
            assertThat(histogram.counts().get(bin)).isEqualTo((int) inside);
        }
    }

    @Test
    void missingValuesAreCountedAndLeftOut() {
        var statistics = Statistics.of(dataset("a,b,c\n1,x,no\nNA,y,yes\n3,,no\n"));
        var a = statistics.columns().getFirst();
        assertThat(a.count()).isEqualTo(2);
        assertThat(a.missing()).isEqualTo(1);
        assertThat(summary(statistics, 0).mean()).isEqualTo(2);
        var b = statistics.columns().get(1);
        assertThat(b.distinct()).isEqualTo(2);
        assertThat(b.categories())
                .containsExactly(new ColumnSummary.Counted("x", 1), new ColumnSummary.Counted("y", 1));
        assertThat(statistics.classes())
                .containsExactly(new ColumnSummary.Counted("no", 2), new ColumnSummary.Counted("yes", 1));
    }

    @Test
    void datesAndTextsAreCountedOnly() {
        var rows = new StringBuilder("day,words,y\n");
        IntStream.range(0, 60).forEach(i -> rows.append("2026-01-%02d,word %d,%s%n".formatted(1 + i % 20, i, i % 2)));
        var columns = Statistics.of(dataset(rows.toString())).columns();
        assertThat(columns.get(0).distinct()).isEqualTo(20);
        assertThat(columns.get(1).distinct()).isEqualTo(60);
        assertThat(columns.get(0).numbers()).isNull();
        assertThat(columns.get(1).categories()).isNull();
    }

    @Test
    void correlationsAreThoseOfTheTextbook() {
        var correlations = Statistics.of(dataset(
                        "a,b,c,constant,d\n1,2,8.5,1,x\n2,4,6.5,1,y\n3,6,4.5,1,x\n4,8,2.5,1,y\n" + "5,11,0.5,1,x\n"))
                .correlations();
        assertThat(correlations.columns()).containsExactly("a", "b", "c");
        assertThat(correlations.matrix().get(0).get(0)).isEqualTo(1);
        assertThat(correlations.matrix().get(0).get(2)).isCloseTo(-1, within(1e-15));
        // covariance 22, variances 10 and 48.8 (times 5)
        assertThat(correlations.matrix().get(1).get(0)).isCloseTo(22 / Math.sqrt(10 * 48.8), within(1e-15));
        assertThat(correlations.matrix().get(0).get(1))
                .isEqualTo(correlations.matrix().get(1).get(0));
    }

    @Test
    void correlationsCountTheRowsWhereBothHaveAValue() {
        var correlations = Statistics.of(dataset("a,b,c\n1,1,0.5\n2,NA,0.5\n3,3,0.25\nNA,900,0.25\n4,4,0.5\n"))
                .correlations();
        assertThat(correlations.matrix().get(0).get(1)).isCloseTo(1, within(1e-14));
    }

    @Test
    void correlationWithoutCommonRowsIsUnknown() {
        var correlations = Statistics.of(dataset("a,b,c\n1,NA,1.5\n2,NA,2\nNA,3,3\nNA,4,4\n5,NA,5\n5,6,6\n"))
                .correlations();
        assertThat(correlations.matrix().get(0).get(1)).isNaN();
    }

    @Test
    void correlationOverConstantCommonRowsIsUnknown() {
        var correlations = Statistics.of(dataset("a,b,c\n7.1,1,1.5\n7.1,2,2\n7.1,3,3\n1,NA,4\n2,NA,5\n"))
                .correlations();
        assertThat(correlations.matrix().get(0).get(1)).isNaN();
    }

    /// Against the plain formula, over more rows than a block has.
    @Test
    void blocksOfRowsTogetherAreAllRows() {
        var random = new Random(9);
        var csv = new StringBuilder("a,b,c\n");
        var a = new double[1500];
        var b = new double[1500];
        for (int row = 0; row < 1500; row++) {
            a[row] = 1e6 + random.nextGaussian();
            b[row] = 0.3 * (a[row] - 1e6) + random.nextGaussian();
            csv.append(a[row]).append(',').append(b[row]).append(",1.5\n");
        }
        double expected = covariance(a, b) / Math.sqrt(covariance(a, a) * covariance(b, b));
        var correlations = Statistics.of(dataset(csv.toString())).correlations();
        assertThat(correlations.matrix().get(0).get(1)).isCloseTo(expected, within(1e-12));
    }

    private static double covariance(double[] x, double[] y) {
        double meanX = DoubleStream.of(x).average().orElse(NONE);
        double meanY = DoubleStream.of(y).average().orElse(NONE);
        return IntStream.range(0, x.length)
                .mapToDouble(i -> (x[i] - meanX) * (y[i] - meanY))
                .sum();
    }
}
