package io.chainrule.service.drawing.chart;

import static org.assertj.core.api.Assertions.assertThat;

import io.chainrule.learning.training.Epoch;
import io.chainrule.learning.training.History;
import io.chainrule.learning.training.Metric;
import io.chainrule.service.drawing.Picture;
import io.chainrule.service.drawing.Pictures;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class CurvePictureTest {

    private static final List<Metric> TRAINING = List.of(Metric.TRAIN_LOSS, Metric.TRAIN_ACCURACY);
    private static final List<Metric> BOTH =
            List.of(Metric.TRAIN_LOSS, Metric.TRAIN_ACCURACY, Metric.VALIDATION_LOSS, Metric.VALIDATION_ACCURACY);

    static List<Arguments> pictures() {
        return List.of(
                Arguments.of("curve", of(validated("one", 300, 1))),
                Arguments.of("curve-log", logarithmic(validated("one", 300, 1))),
                Arguments.of("curve-log-wide", logarithmic(run("wide", 500, TRAINING, epoch ->
                        new double[] {StrictMath.exp(-epoch / 12.0) * 1e4, 1}))),
                Arguments.of("curve-training-only", of(run("one", 120, TRAINING, epoch ->
                        new double[] {0.31 + 0.02 / epoch, 0.75}))),
                Arguments.of("curve-training-only-log", logarithmic(run("one", 120, TRAINING, epoch ->
                        new double[] {0.31 + 0.02 / epoch, 0.75}))),
                Arguments.of("curve-one-epoch", of(validated("one", 1, 1))),
                Arguments.of("curve-one-epoch-log", logarithmic(validated("one", 1, 1))),
                Arguments.of("curve-few-epochs", of(validated("few", 8, 1), validated("more", 12, 2))),
                Arguments.of("curve-long", of(run("long", 100_000, BOTH, CurvePictureTest::noisy))),
                Arguments.of("curve-gaps", of(withGaps())),
                Arguments.of("curve-gaps-log", logarithmic(withGaps())),
                Arguments.of("curve-nothing-finite", of(run("diverged", 3, TRAINING, _ ->
                        new double[] {Double.NaN, Double.POSITIVE_INFINITY}))),
                Arguments.of("curve-none", of(run("none", 0, TRAINING, _ -> new double[2]))),
                Arguments.of("curves-2", of(validated("linear", 300, 1), validated("one hidden layer", 300, 3))),
                Arguments.of("curves-6-log", logarithmic(many(6))),
                Arguments.of("curves-12", of(many(12))),
                Arguments.of(
                        "curves-hostile",
                        CurvePicture.of(
                                Pictures.HOSTILE + Pictures.CONTROLS + "x".repeat(3000),
                                List.of(
                                        validated(Pictures.HOSTILE + Pictures.CONTROLS, 5, 1),
                                        validated("W".repeat(2000), 5, 2)))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("pictures")
    void isDrawnHarmlesslyInBothThemes(String name, Picture picture) throws Exception {
        Pictures.assertDrawn(name, picture);
    }

    @Test
    void bestEpochNamesItsQuantityAndExamples() throws Exception {
        var validated = run("a", 3, BOTH, epoch -> new double[] {1.0 / epoch, 0.5, epoch, 0.25 * epoch});
        assertThat(Pictures.texts(of(validated)))
                .contains("best validation loss 1 at epoch 1", "best validation accuracy 0.75 at epoch 3");
        var trained = run("b", 4, TRAINING, epoch -> new double[] {2.0 / epoch, 0.5});
        assertThat(Pictures.texts(of(trained)))
                .contains("best training loss 0.5 at epoch 4", "best training accuracy 0.5 at epoch 1");
        assertThat(Pictures.texts(of(validated, trained)))
                .contains("a: best validation loss 1 at epoch 1", "b: best training loss 0.5 at epoch 4");
    }

    @Test
    void legendTellsEveryLineOnceForAllPanels() throws Exception {
        assertThat(Pictures.texts(of(validated("first", 9, 1), validated("second", 9, 2))))
                .containsOnlyOnce("first", "second", "training", "validation");
        assertThat(Pictures.texts(of(run("a", 9, TRAINING, _ -> new double[2]))))
                .doesNotContain("validation", "a");
    }

    @Test
    void ofManyRunsOnlyTheBestIsNoted() throws Exception {
        assertThat(Pictures.texts(of(many(6))))
                .filteredOn(text -> text.contains("best"))
                .hasSize(2);
    }

    @Test
    void gapsAreExplained() throws Exception {
        assertThat(Pictures.texts(of(withGaps()))).contains("gap: no number that the axis can show");
        assertThat(Pictures.texts(of(validated("one", 9, 1)))).noneMatch(text -> text.startsWith("gap"));
    }

    @Test
    void constantValuesHaveTicksOfDifferentNames() throws Exception {
        assertThat(Pictures.texts(of(run("a", 9, TRAINING, _ -> new double[] {3, 0.75}))))
                .containsOnlyOnce("2.99", "3.01", "0.72", "0.74", "0.76");
    }

    @Test
    void decadesAreCutAtRoundNumbers() throws Exception {
        assertThat(Pictures.texts(logarithmic(run("a", 60, TRAINING, epoch -> new double[] {6.0 / epoch, 1}))))
                .contains("0.1", "0.2", "0.5", "1", "2", "5")
                .noneMatch(text -> text.startsWith("0.63"));
    }

    private static CurvePicture of(NamedHistory... runs) {
        return CurvePicture.of("loss and accuracy", List.of(runs));
    }

    private static CurvePicture logarithmic(NamedHistory... runs) {
        return CurvePicture.of("loss, by magnitude", List.of(runs), CurvePicture.usual(), CurveScale.LOG);
    }

    private static NamedHistory[] many(int runs) {
        return IntStream.range(0, runs)
                .mapToObj(i -> validated("variant " + (i + 1) + " of the grid", 300, i + 1))
                .toArray(NamedHistory[]::new);
    }

    private static NamedHistory validated(String name, int epochs, int quality) {
        return run(name, epochs, BOTH, epoch -> {
            double loss = 0.2 / quality + 1 / (1 + 0.1 * quality * epoch);
            return new double[] {
                loss, 1 - Math.rint(30 * loss) / 60, loss + 0.1 + 1e-6 * epoch * epoch, 0.97 - Math.rint(30 * loss) / 60
            };
        });
    }

    private static double[] noisy(int epoch) {
        double wave = StrictMath.sin(epoch * 0.7) / 10;
        double loss = 1 / (1 + epoch / 2e4) + wave;
        return new double[] {loss, 1 - loss / 2, loss + 0.2, 0.95 - loss / 2};
    }

    private static NamedHistory withGaps() {
        return run("gaps", 400, TRAINING, epoch -> new double[] {
            epoch % 100 > 80 ? Double.NaN : epoch == 250 ? Double.POSITIVE_INFINITY : 30.0 / epoch,
            Math.min(1, epoch / 300.0)
        });
    }

    private static NamedHistory run(String name, int epochs, List<Metric> metrics, IntFunction<double[]> values) {
        var history = new History(metrics);
        IntStream.rangeClosed(1, epochs)
                .forEach(epoch -> history.append(new Epoch(epoch, metrics, values.apply(epoch))));
        return new NamedHistory(name, history.snapshot());
    }
}
