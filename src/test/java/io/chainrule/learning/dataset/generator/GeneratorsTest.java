package io.chainrule.learning.dataset.generator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.chainrule.learning.dataset.CategoryColumn;
import io.chainrule.learning.dataset.Dataset;
import io.chainrule.learning.dataset.NumberColumn;
import io.chainrule.learning.dataset.Task;
import io.chainrule.learning.specification.Alternative;
import io.chainrule.learning.specification.Settings;
import io.chainrule.service.json.SpecReader;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

/// Every generator there is, so that a new one is covered the moment it is added.
class GeneratorsTest {

    private static final JsonMapper JSON = new JsonMapper();

    static Stream<String> types() {
        return Settings.choices(GeneratorSpec.class).stream().map(Alternative::name);
    }

    /// With defaults wherever there are any.
    private static GeneratorSpec generator(String type, int examples, long seed) {
        var own = type.equals("expression") ? ", 'inputs': {'a': [-2, 2], 'b': [0, 1]}, 'target': 'a > b'" : "";
        var json = "{'type': '%s', 'examples': %d, 'seed': %d%s}".formatted(type, examples, seed, own);
        return SpecReader.read(JSON.readTree(json.replace('\'', '"')), GeneratorSpec.class);
    }

    @ParameterizedTest
    @MethodSource("types")
    void sameRecipeGivesTheSameBitsAndAnotherSeedDoesNot(String type) {
        var digest = generator(type, 100, 7).generate("first").digest();
        assertThat(generator(type, 100, 7).generate("second").digest()).isEqualTo(digest);
        assertThat(generator(type, 100, 8).generate("first").digest()).isNotEqualTo(digest);
    }

    @ParameterizedTest
    @MethodSource("types")
    void fewerExamplesAreTheFirstOfMore(String type) {
        var few = generator(type, 40, 3).generate("few");
        var many = generator(type, 100, 3).generate("many");
        assertThat(few.examples()).isEqualTo(40);
        for (var column : few.columns()) {
            for (int row = 0; row < 40; row++) {
                assertThat(column.value(row))
                        .isEqualTo(many.column(column.name()).value(row));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("types")
    void targetComesLastAndNothingIsMissingInfiniteOrMinusZero(String type) {
        var dataset = generator(type, 60, 1).generate(type);
        assertThat(dataset.name()).isEqualTo(type);
        assertThat(dataset.columns().getLast()).isSameAs(dataset.targetColumn());
        for (var column : dataset.columns()) {
            assertThat(column.missing()).isZero();
            if (column instanceof NumberColumn numbers) {
                for (int row = 0; row < 60; row++) {
                    assertThat(numbers.at(row)).isFinite().isNotEqualTo(-0.0);
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("types")
    void classesDifferByAtMostOneExampleUnlessAnExpressionDecides(String type) {
        var generator = generator(type, 101, 5);
        var counts = generator.generate(type).classCounts();
        if (generator instanceof ClassGenerator) {
            var range = IntStream.of(counts).summaryStatistics();
            assertThat(range.getMax() - range.getMin()).isLessThanOrEqualTo(1);
        }
        assertThat(IntStream.of(counts).sum())
                .isEqualTo(generator.generate(type).task() == Task.CLASSIFICATION ? 101 : 0);
    }

    /// What the nearest of 1000 examples says about 200 others: nine in ten classes, or nine tenths of the variance.
    @ParameterizedTest
    @MethodSource("types")
    void neighboursTellMostOfTheTarget(String type) {
        var dataset = generator(type, 1200, 11).generate(type);
        switch (dataset.targetColumn()) {
            case CategoryColumn labels -> {
                long right = IntStream.range(1000, 1200)
                        .filter(row -> labels.code(nearest(dataset, row)[0]) == labels.code(row))
                        .count();
                assertThat(right).isGreaterThanOrEqualTo(180);
            }
            case NumberColumn values -> {
                double mean = IntStream.range(0, 1200)
                        .mapToDouble(values::at)
                        .average()
                        .orElseThrow();
                double wrong = 0;
                double all = 0;
                for (int row = 1000; row < 1200; row++) {
                    double guess = Arrays.stream(nearest(dataset, row))
                            .mapToDouble(values::at)
                            .average()
                            .orElseThrow();
                    wrong += (values.at(row) - guess) * (values.at(row) - guess);
                    all += (values.at(row) - mean) * (values.at(row) - mean);
                }
                assertThat(wrong).isLessThan(0.1 * all);
            }
            default -> throw new AssertionError(dataset.targetColumn());
        }
    }

    /// The five nearest of the first thousand rows, the nearest first.
    private static int[] nearest(Dataset dataset, int row) {
        var features = dataset.features().stream().map(NumberColumn.class::cast).toList();
        var distances = new double[1000];
        for (var column : features) {
            for (int other = 0; other < distances.length; other++) {
                double difference = column.at(other) - column.at(row);
                distances[other] += difference * difference;
            }
        }
        return IntStream.range(0, distances.length)
                .boxed()
                .sorted(Comparator.comparingDouble(other -> distances[other]))
                .limit(5)
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /// Of the expression here, a comparison, it is a share: see `FormulaTest`.
    static Stream<String> typesWithNormalNoise() {
        return types().filter(type -> !type.equals("expression"));
    }

    /// Mean and deviation of what noise adds, which is all that differs.
    @ParameterizedTest
    @MethodSource("typesWithNormalNoise")
    void noiseLeavesPositionsAloneAndHasTheDeviationAskedFor(String type) {
        var quiet = withNoise(type, 0);
        var noisy = withNoise(type, 0.25);
        var column = quiet.task() == Task.REGRESSION ? quiet.target() : "x";
        double sum = 0;
        double squares = 0;
        for (int row = 0; row < 4000; row++) {
            double noise = number(noisy, column, row) - number(quiet, column, row);
            sum += noise;
            squares += noise * noise;
        }
        assertThat(sum / 4000).isCloseTo(0, within(0.02));
        assertThat(Math.sqrt(squares / 4000)).isCloseTo(0.25, within(0.01));
    }

    private static Dataset withNoise(String type, double noise) {
        var json = "{\"type\": \"%s\", \"examples\": 4000, \"noise\": %s}".formatted(type, noise);
        return SpecReader.read(JSON.readTree(json), GeneratorSpec.class).generate(type);
    }

    private static double number(Dataset dataset, String column, int row) {
        return ((NumberColumn) dataset.column(column)).at(row);
    }
}
