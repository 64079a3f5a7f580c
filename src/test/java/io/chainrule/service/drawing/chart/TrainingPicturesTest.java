package io.chainrule.service.drawing.chart;

import static io.chainrule.service.drawing.SvgDocuments.parsed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chainrule.learning.dataset.Dataset;
import io.chainrule.learning.dataset.MissingValues;
import io.chainrule.learning.evaluation.DecisionBoundary;
import io.chainrule.learning.evaluation.GridSpec;
import io.chainrule.learning.training.Epoch;
import io.chainrule.learning.training.History;
import io.chainrule.learning.training.Metric;
import io.chainrule.learning.training.Preparation;
import io.chainrule.learning.training.Specs;
import io.chainrule.service.drawing.Appearance;
import io.chainrule.service.drawing.Picture;
import io.chainrule.service.drawing.Png;
import io.chainrule.service.drawing.Svg;
import io.chainrule.service.drawing.Theme;
import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Element;

/// Curves, boundaries and points, of real training runs and of names that would like to be markup.
class TrainingPicturesTest {

    private static final String HOSTILE = "</text><script>alert('x')</script> & \"q\"";
    private static final String CONTROLS = " \u0000\u202E]]>";
    private static final List<Metric> METRICS = List.of(Metric.TRAIN_LOSS, Metric.TRAIN_ACCURACY);

    private record Trained(BoundaryPicture boundary, NamedHistory history) {}

    static List<Arguments> pictures() {
        var sections = Specs.sample("four-sections", "label");
        var linear = trained("linear", Specs.linear().sgd(0.5).epochs(300).validation(0.2), sections);
        var hidden = trained(
                "one hidden layer of 16", Specs.mlp(16).sgd(0.3).epochs(300).validation(0.2), sections);
        var penguins = Specs.sample("penguins", "body_mass_g");
        var mass = trained(
                "body mass",
                Specs.linear()
                        .target("body_mass_g")
                        .features("bill_length_mm", "flipper_length_mm")
                        .missing(MissingValues.DROP)
                        .standardize()
                        .validation(0.2)
                        .sgd(0.05)
                        .epochs(300),
                penguins);
        var hostile = hostile();
        return List.of(
                Arguments.of("curve", CurvePicture.of("four sections, linear", List.of(linear.history))),
                Arguments.of(
                        "curves-log",
                        CurvePicture.of(
                                "linear versus hidden layer",
                                List.of(linear.history, hidden.history),
                                Quantity.LOSS.metrics(),
                                CurveScale.LOG)),
                Arguments.of(
                        "curves",
                        CurvePicture.of("linear versus hidden layer", List.of(linear.history, hidden.history))),
                Arguments.of("curve-nan", CurvePicture.of("gaps", List.of(withGaps()))),
                Arguments.of("curve-none", CurvePicture.of("none", List.of(new NamedHistory("none", noEpochs())))),
                Arguments.of("boundary", hidden.boundary),
                Arguments.of("boundary-values", mass.boundary),
                Arguments.of(
                        "boundaries",
                        BoundaryPicture.sideBySide(
                                "four sections: linear versus hidden layer",
                                List.of(linear.boundary, hidden.boundary))),
                Arguments.of("scatter", ScatterPicture.of("four sections", ExamplePoints.of(sections, "x1", "x2"))),
                Arguments.of(
                        "scatter-values",
                        ScatterPicture.of(
                                "penguins", ExamplePoints.of(penguins, "bill_length_mm", "flipper_length_mm"))),
                Arguments.of("boundary-hostile", hostile.boundary),
                Arguments.of(
                        "curve-hostile",
                        CurvePicture.of(HOSTILE + CONTROLS, List.of(hostile.history, hostile.history))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("pictures")
    void picturesAreWellFormedAndHarmlessInBothThemes(String name, Picture picture) throws Exception {
        for (var theme : Theme.values()) {
            var appearance = Appearance.DEFAULT.in(theme);
            var svg = Svg.of(picture, appearance);
            assertHarmless(parsed(svg).getDocumentElement());
            assertThat(svg).doesNotContain("<script", "NaN");
            var png = Png.of(picture, appearance);
            keep(name + "-" + theme, png, svg);
            var image = ImageIO.read(new ByteArrayInputStream(png));
            assertThat(image.getWidth()).isEqualTo((int) picture.size().width());
            assertThat(image.getHeight()).isEqualTo((int) picture.size().height());
            var small = ImageIO.read(new ByteArrayInputStream(Png.of(picture, new Appearance(theme, 300, 200))));
            assertThat(List.of(small.getWidth(), small.getHeight())).containsExactly(300, 200);
        }
    }

    private static void assertHarmless(Element element) {
        assertThat(element.getTagName()).isNotIn("script", "foreignObject", "a", "image", "iframe");
        var attributes = element.getAttributes();
        for (int i = 0; i < attributes.getLength(); i++) {
            assertThat(attributes.item(i).getNodeName()).doesNotStartWith("on").doesNotContain("href");
        }
        for (var child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element inner) {
                assertHarmless(inner);
            }
        }
    }

    @Test
    void bestEpochIsTheFirstBestOneOnTheExamplesHeldBack() {
        var metrics = List.of(Metric.TRAIN_LOSS, Metric.VALIDATION_LOSS);
        var history = new History(metrics);
        double[][] values = {{3, 3}, {2, Double.NaN}, {1, 1.5}, {0.5, 1.5}, {0.1, 2}};
        for (int i = 0; i < values.length; i++) {
            history.append(new Epoch(i + 1, metrics, values[i]));
        }
        var best = Quantity.LOSS.best(history.snapshot(), metrics).orElseThrow();
        assertThat(best.number()).isEqualTo(3);
        assertThat(best.value(Metric.VALIDATION_LOSS)).isEqualTo(1.5);
        assertThat(Quantity.LOSS
                        .best(history.snapshot(), List.of(Metric.TRAIN_LOSS))
                        .orElseThrow()
                        .number())
                .isEqualTo(5);
        assertThat(Quantity.LEARNING_RATE.best(history.snapshot(), metrics)).isEmpty();
    }

    @Test
    void regionsWithoutAllProbabilitiesAreRefused() {
        var run = Preparation.of(Specs.linear().epochs(1).build(), Specs.sample("four-sections", "label"))
                .run();
        Specs.train(run);
        var boundary = DecisionBoundary.of(run.model(), GridSpec.of("5"));
        assertThatThrownBy(() -> BoundaryPicture.of("", boundary, ExamplePoints.none("x1", "x2")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Trained trained(String name, Specs specs, Dataset dataset) {
        var preparation = Preparation.of(specs.build(), dataset);
        var run = preparation.run();
        var history = new History(run.metrics());
        while (!run.isFinished()) {
            history.append(run.next());
        }
        var boundary = DecisionBoundary.of(run.model(), GridSpec.standard().withAllProbabilities());
        var points = ExamplePoints.of(
                dataset,
                preparation.split(),
                boundary.x().feature(),
                boundary.y().feature());
        return new Trained(BoundaryPicture.of(name, boundary, points), new NamedHistory(name, history.snapshot()));
    }

    private static Trained hostile() {
        var columns = new LinkedHashMap<String, List<Object>>();
        columns.put(HOSTILE + 1, List.of(0, 1, 2, 3));
        columns.put(HOSTILE + 2, List.of(1, 0, 1, 0));
        columns.put("label", List.of(HOSTILE, "b", HOSTILE, "b"));
        return trained(HOSTILE + CONTROLS, Specs.linear().epochs(3), Specs.dataset(columns));
    }

    private static NamedHistory withGaps() {
        var history = new History(METRICS);
        IntStream.rangeClosed(1, 400)
                .forEach(epoch -> history.append(new Epoch(
                        epoch,
                        METRICS,
                        epoch % 100 > 80 ? Double.NaN : epoch == 250 ? Double.POSITIVE_INFINITY : 30.0 / epoch,
                        Math.min(1, epoch / 300.0))));
        return new NamedHistory("gaps", history.snapshot());
    }

    private static History.Rows noEpochs() {
        return new History(METRICS).snapshot();
    }

    /// For looking at them: `-Dpictures=folder`.
    private static void keep(String name, byte[] png, String svg) throws Exception {
        var folder = System.getProperty("pictures");
        if (folder != null) {
            Files.write(Path.of(folder, name + ".png"), png);
            Files.writeString(Path.of(folder, name + ".svg"), svg);
        }
    }
}
