package io.chainrule.service.drawing.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chainrule.learning.dataset.Dataset;
import io.chainrule.learning.dataset.MissingValues;
import io.chainrule.learning.dataset.RandomStream;
import io.chainrule.learning.evaluation.DecisionBoundary;
import io.chainrule.learning.evaluation.GridSpec;
import io.chainrule.learning.training.Epoch;
import io.chainrule.learning.training.History;
import io.chainrule.learning.training.Metric;
import io.chainrule.learning.training.Preparation;
import io.chainrule.learning.training.Specs;
import io.chainrule.service.drawing.Picture;
import io.chainrule.service.drawing.Pictures;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Curves, boundaries and points, of real training runs and of names that would like to be markup.
class TrainingPicturesTest {

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
        var two = trained("two clouds", Specs.linear().sgd(0.3).epochs(200).validation(0.3), clouds(2));
        var lonely = trained("one against many", Specs.linear().sgd(0.1).epochs(20), lonely());
        var nine = trained("nine clouds", Specs.mlp(24).sgd(0.3).epochs(300).validation(0.3), clouds(9));
        return List.of(
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
                Arguments.of("boundary-one-wins", lonely.boundary),
                Arguments.of("boundary-2", two.boundary),
                Arguments.of("boundary-9", nine.boundary),
                Arguments.of(
                        "boundaries-3",
                        BoundaryPicture.sideBySide(
                                Pictures.HOSTILE, List.of(two.boundary, nine.boundary, mass.boundary))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("pictures")
    void picturesAreWellFormedAndHarmlessInBothThemes(String name, Picture picture) throws Exception {
        Pictures.assertDrawn(name, picture);
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
        columns.put(Pictures.HOSTILE + 1, List.of(0, 1, 2, 3));
        columns.put(Pictures.HOSTILE + 2, List.of(1, 0, 1, 0));
        columns.put("label", List.of(Pictures.HOSTILE, "b", Pictures.HOSTILE, "b"));
        return trained(Pictures.HOSTILE + Pictures.CONTROLS, Specs.linear().epochs(3), Specs.dataset(columns));
    }

    /// One example of a class among many of another, which wins everywhere.
    private static Dataset lonely() {
        var columns = new LinkedHashMap<String, List<Object>>();
        columns.put(
                "height", IntStream.range(0, 30).<Object>mapToObj(i -> i % 6).toList());
        columns.put(
                "weight", IntStream.range(0, 30).<Object>mapToObj(i -> i / 6).toList());
        columns.put(
                "label",
                IntStream.range(0, 30)
                        .<Object>mapToObj(i -> i == 14 ? "few" : "many")
                        .toList());
        return Specs.dataset(columns);
    }

    /// Points around as many places as there are classes.
    private static Dataset clouds(int classes) {
        var random = RandomStream.of(5, "pictures");
        var columns = new LinkedHashMap<String, List<Object>>();
        columns.put("height", new ArrayList<>());
        columns.put("weight", new ArrayList<>());
        columns.put("label", new ArrayList<>());
        for (int i = 0; i < 40 * classes; i++) {
            int label = i % classes;
            columns.get("height").add(3 * (label % 3) + random.nextNormal());
            columns.get("weight").add(3 * (label / 3) + random.nextNormal());
            columns.get("label").add("class " + (char) ('a' + label));
        }
        return Specs.dataset(columns);
    }
}
