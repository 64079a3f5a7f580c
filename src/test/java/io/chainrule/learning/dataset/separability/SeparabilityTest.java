package io.chainrule.learning.dataset.separability;

import static io.chainrule.learning.dataset.separability.Verdict.INSEPARABLE;
import static io.chainrule.learning.dataset.separability.Verdict.SEPARABLE;
import static io.chainrule.learning.dataset.separability.Verdict.UNDETERMINED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import io.chainrule.learning.dataset.CategoryColumn;
import io.chainrule.learning.dataset.Column;
import io.chainrule.learning.dataset.Csv;
import io.chainrule.learning.dataset.Dataset;
import io.chainrule.learning.dataset.DatasetLimits;
import io.chainrule.learning.dataset.DatasetSpec;
import io.chainrule.learning.dataset.Matrix;
import io.chainrule.learning.dataset.NumberColumn;
import io.chainrule.learning.dataset.Table;
import io.chainrule.learning.dataset.Task;
import io.chainrule.learning.dataset.generator.Xor;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SeparabilityTest {

    private static final long PLENTY = 1_000_000_000;

    private static Dataset sample(String name, String target) {
        return read(
                Objects.requireNonNull(SeparabilityTest.class.getResourceAsStream("/sample-data/" + name + ".csv")),
                target);
    }

    private static Dataset csv(String text) {
        return read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), null);
    }

    private static Dataset read(InputStream bytes, String target) {
        try (bytes) {
            return Csv.read(bytes, new DatasetSpec("test", target, null), DatasetLimits.standard());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Verdict verdict(Matrix examples, int... labels) {
        return Separation.of(examples, labels, 2, new Budget(PLENTY)).verdict();
    }

    /// In plain arithmetic, without anything of the code that found it.
    private static void assertSeparates(Separability answer, Dataset dataset) {
        var witness = Objects.requireNonNull(answer.witness());
        for (int row = 0; row < dataset.examples(); row++) {
            var scores = new double[answer.classes().size()];
            for (int label = 0; label < scores.length; label++) {
                scores[label] = witness.biases().get(label);
                for (int input = 0; input < answer.inputs().size(); input++) {
                    var column = (NumberColumn) dataset.column(answer.inputs().get(input));
                    scores[label] += witness.weights().get(input).get(label) * column.at(row);
                }
            }
            int own = answer.classes()
                    .indexOf(String.valueOf(dataset.targetColumn().value(row)));
            for (int other = 0; other < scores.length; other++) {
                if (other != own) {
                    assertThat(scores[own]).as("row " + row).isGreaterThan(scores[other]);
                }
            }
        }
    }

    @Test
    void aLineSeparatesTwoClouds() {
        var dataset = sample("two-clouds", "label");
        var answer = Separability.of(dataset);
        assertThat(answer.verdict()).isEqualTo(SEPARABLE);
        assertThat(answer.pairs()).containsExactly(new Separability.Pair("blue", "red", SEPARABLE));
        assertThat(answer.examples()).isEqualTo(100);
        assertThat(answer.inputs()).containsExactly("x1", "x2");
        assertSeparates(answer, dataset);
    }

    @Test
    void noLinesSeparateFourSectionsBecauseOfOnePair() {
        var answer = Separability.of(sample("four-sections", "label"));
        assertThat(answer.verdict()).isEqualTo(INSEPARABLE);
        assertThat(answer.witness()).isNull();
        assertThat(answer.pairs())
                .containsExactly(
                        new Separability.Pair("first", "fourth", INSEPARABLE),
                        new Separability.Pair("first", "second", SEPARABLE),
                        new Separability.Pair("first", "third", SEPARABLE),
                        new Separability.Pair("fourth", "second", SEPARABLE),
                        new Separability.Pair("fourth", "third", SEPARABLE),
                        new Separability.Pair("second", "third", SEPARABLE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"xor", "circles", "moons", "spiral"})
    void noLineSeparatesCurvedClasses(String sample) {
        assertThat(Separability.of(sample(sample, "label")).verdict()).isEqualTo(INSEPARABLE);
    }

    @Test
    void fourCornersOfXorAreInseparable() {
        assertThat(Separability.of(csv("a,b,y\n0,0,no\n0,1,yes\n1,0,yes\n1,1,no\n"))
                        .verdict())
                .isEqualTo(INSEPARABLE);
    }

    @Test
    void threeClassesAreSeparatedAtOnce() {
        var dataset = csv("x,z,y\n0,0,a\n0.1,0,a\n5,0,b\n5,0.1,b\n0,5,c\n0.1,5.5,c\n");
        var answer = Separability.of(dataset);
        assertThat(answer.verdict()).isEqualTo(SEPARABLE);
        assertThat(answer.pairs()).extracting(Separability.Pair::verdict).containsOnly(SEPARABLE);
        assertSeparates(answer, dataset);
    }

    /// A pinwheel: each class a side of a triangle that goes on beyond the start of the next. The boundaries of three
    /// classes are rays from one point, and none from inside gets out between two sides.
    @Test
    void classesMayBeSeparableInPairsButNotTogether() {
        var answer = Separability.of(csv("x,z,y\n0.09,0,a\n10,0,a\n9,0.1,b\n4.05,8.57,b\n4.575,7.5,c\n-0.5,-0.8,c\n"));
        assertThat(answer.pairs()).hasSize(3);
        assertThat(answer.pairs()).extracting(Separability.Pair::verdict).containsOnly(SEPARABLE);
        assertThat(answer.verdict()).isEqualTo(INSEPARABLE);
        assertThat(answer.witness()).isNull();
    }

    @Test
    void pointBetweenTwoOthersIsInseparableAndTouchingHullsAreToo() {
        assertThat(verdict(new Matrix(3, 1, 1, 2, 3), 0, 1, 0)).isEqualTo(INSEPARABLE);
        assertThat(verdict(new Matrix(2, 1, 0.1, 0.1), 0, 1)).isEqualTo(INSEPARABLE);
        assertThat(verdict(new Matrix(2, 1, 0.1, Math.nextUp(0.1)), 0, 1)).isEqualTo(UNDETERMINED);
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-300, 1e-9, 1, 1e9, 1e300})
    void unitsDoNotMatter(double unit) {
        var separable = new Matrix(4, 2, unit, 1, 2 * unit, 5, 3 * unit, 2, 4 * unit, 4);
        assertThat(verdict(separable, 0, 0, 1, 1)).isEqualTo(SEPARABLE);
        var xor = new Matrix(4, 2, 0, 0, unit, 1, unit, 0, 0, 1);
        assertThat(verdict(xor, 0, 0, 1, 1)).isEqualTo(INSEPARABLE);
    }

    /// Against an oracle in whole numbers, over points so close that many hulls touch.
    @Test
    void everyAnswerAboutPointsOfAGridIsRightAndNoneIsMissing() {
        var random = new Random(12);
        int separable = 0;
        for (int attempt = 0; attempt < 600; attempt++) {
            var points = PlanarPoints.random(random, 4, 5);
            assertThat(verdict(points.matrix(), points.labels()))
                    .as(points.toString())
                    .isEqualTo(points.isSeparable() ? SEPARABLE : INSEPARABLE);
            separable += points.isSeparable() ? 1 : 0;
        }
        assertThat(separable).isBetween(150, 450);
    }

    @Test
    void categoriesAreOneHotAndIncompleteRowsLeftOut() {
        var answer = Separability.of(csv("colour,size,y\nred,1,a\nblue,1,b\nred,,b\ngreen,2,a\n,3,c\n"));
        assertThat(answer.verdict()).isEqualTo(SEPARABLE);
        assertThat(answer.examples()).isEqualTo(3);
        assertThat(answer.inputs()).containsExactly("colour=blue", "colour=green", "colour=red", "size");
        assertThat(answer.classes()).containsExactly("a", "b");
        assertThat(answer.warnings())
                .containsExactly(
                        "2 rows are left out because values are missing there",
                        "Class c is left out because it has no complete row");
    }

    @Test
    void oneClassHasNothingToBeSeparatedFrom() {
        var answer = Separability.of(csv("x,y\n1,a\n2,a\n"));
        assertThat(answer.verdict()).isEqualTo(SEPARABLE);
        assertThat(answer.pairs()).isEmpty();
    }

    @Test
    void whatIsTooMuchIsUndetermined() {
        var overlapping = new Xor(200, 0, 1, 0.1).generate("xor");
        var matrix = Matrix.zeros(200, 2);
        for (int row = 0; row < 200; row++) {
            matrix.values()[2 * row] = ((NumberColumn) overlapping.column("x")).at(row);
            matrix.values()[2 * row + 1] = ((NumberColumn) overlapping.column("y")).at(row);
        }
        var labels = IntStream.range(0, 200).map(row -> row % 2).toArray();
        assertThat(Separation.of(matrix, labels, 2, new Budget(10_000)).verdict())
                .isEqualTo(UNDETERMINED);
        assertThat(Separation.of(matrix, labels, 2, new Budget(PLENTY)).verdict())
                .isEqualTo(INSEPARABLE);
    }

    @Test
    void moreNumbersThanAreLookedIntoAreUndeterminedAndSaidSo() {
        var names = IntStream.range(10, 60).mapToObj(i -> "c" + i).toList();
        var codes = IntStream.range(0, 60_000).map(row -> row % 50).toArray();
        var columns = List.<Column>of(
                new CategoryColumn("a", names, codes),
                new CategoryColumn("b", names, codes),
                new CategoryColumn("y", names, codes));
        var answer = Separability.of(new Dataset("large", new Table(columns), "y", Task.CLASSIFICATION));
        assertThat(answer.verdict()).isEqualTo(UNDETERMINED);
        assertThat(answer.pairs()).hasSize(1225).allMatch(pair -> pair.verdict() == UNDETERMINED);
        assertThat(answer.warnings())
                .containsExactly("60000 examples of 100 inputs are more than are looked into: 5000000 numbers");
    }

    /// 100,000 examples of 20 inputs: far apart, just apart, and overlapping.
    @ParameterizedTest
    @ValueSource(doubles = {0.1, 1.2, 4})
    void manyExamplesAreAnsweredSoon(double distance) {
        var random = new Random(8);
        var matrix = Matrix.zeros(100_000, 20);
        var labels = new int[100_000];
        for (int row = 0; row < 100_000; row++) {
            labels[row] = row % 2;
            for (int column = 0; column < 20; column++) {
                matrix.values()[20 * row + column] = random.nextGaussian() + distance * labels[row];
            }
        }
        var answer = assertTimeout(Duration.ofSeconds(60), () -> Separation.of(matrix, labels, 2, new Budget(PLENTY)));
        assertThat(answer.verdict()).isEqualTo(distance > 2 ? SEPARABLE : INSEPARABLE);
    }
}
