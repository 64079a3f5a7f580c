package io.chainrule.service.drawing.chart;

import static org.assertj.core.api.Assertions.assertThat;

import io.chainrule.learning.dataset.Dataset;
import io.chainrule.learning.dataset.RandomStream;
import io.chainrule.learning.evaluation.ClassificationMetrics;
import io.chainrule.learning.evaluation.FitCurve;
import io.chainrule.learning.evaluation.KnownExamples;
import io.chainrule.learning.evaluation.Metrics;
import io.chainrule.learning.evaluation.Outcomes;
import io.chainrule.learning.evaluation.RegressionMetrics;
import io.chainrule.learning.model.Activation;
import io.chainrule.learning.model.Model;
import io.chainrule.learning.model.ModelSpec;
import io.chainrule.learning.training.LossSpec;
import io.chainrule.learning.training.Specs;
import io.chainrule.learning.training.TrainingRun;
import io.chainrule.service.drawing.Appearance;
import io.chainrule.service.drawing.Picture;
import io.chainrule.service.drawing.Pictures;
import io.chainrule.service.drawing.Svg;
import io.chainrule.service.drawing.Theme;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.xml.sax.InputSource;

class MetricsPicturesTest {

    private static final String SCRIPT = "<script>alert('&\"')</script>";

    @ParameterizedTest
    @MethodSource("pictures")
    void hostileNamesAreHarmless(Picture picture) throws Exception {
        for (var theme : Theme.values()) {
            var svg = Svg.of(picture, Appearance.DEFAULT.in(theme));
            var factory = DocumentBuilderFactory.newInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            var document = factory.newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
            assertThat(document.getElementsByTagName("script").getLength()).isZero();
            assertThat(document.getElementsByTagName("text").getLength()).isPositive();
            assertThat(svg).doesNotContain("<script");
        }
    }

    static Stream<Picture> pictures() {
        var names = List.of(SCRIPT, "]]><b onload='x'>", "‮left\u0007", "a".repeat(200), "a".repeat(199) + "b");
        var metrics = metrics(names);
        return Stream.of(ConfusionPicture.of(metrics.confusion()), RocPicture.of(metrics), fit(SCRIPT, "]]>"));
    }

    @Test
    void confusionMatrixShowsEveryCount() {
        var svg = Svg.of(ConfusionPicture.of(metrics(List.of("a", "b")).confusion()), Appearance.DEFAULT);
        assertThat(svg).contains(">a</text>", ">b</text>", "predicted class", "true class", "examples right");
    }

    @Test
    void curvesAreNamedWithTheirAreas() {
        var svg = Svg.of(RocPicture.of(metrics(List.of("a", "b"))), Appearance.DEFAULT);
        assertThat(svg).contains(">b, AUC 0.").contains(">chance<").doesNotContain(">a, AUC");
    }

    @Test
    void picturesAreDrawnHarmlesslyInBothThemes() throws Exception {
        var classes = metrics(List.of("Adelie", "Chinstrap", "Gentoo"));
        var two = metrics(List.of("blue", "red"));
        var many = metrics(Stream.of(
                        "first class of all",
                        "second",
                        "third",
                        "fourth",
                        "fifth",
                        "sixth",
                        "seventh",
                        "eighth",
                        "ninth",
                        "tenth",
                        "an eleventh with a name longer than any other",
                        "twelfth")
                .toList());
        var pictures = new LinkedHashMap<String, Picture>();
        pictures.put("confusion-2", ConfusionPicture.of(two.confusion()));
        pictures.put("confusion-3", ConfusionPicture.of(classes.confusion()));
        pictures.put("confusion-12", ConfusionPicture.of(many.confusion()));
        pictures.put("roc-2", RocPicture.of(two));
        pictures.put("roc-3", RocPicture.of(classes));
        pictures.put("roc-12", RocPicture.of(many));
        pictures.put("fit", fit("temperature", "yield"));
        for (var picture : pictures.entrySet()) {
            Pictures.assertDrawn(picture.getKey(), picture.getValue());
        }
    }

    @Test
    void whatTheLineMissesIsDrawnBelowIt() throws Exception {
        assertThat(Pictures.texts(fit("temperature", "yield")))
                .contains("yield", "temperature", "residual", "residuals: example − model", "60 examples");
    }

    private static ClassificationMetrics metrics(List<String> names) {
        var random = RandomStream.of(3, "pictures");
        var x = new ArrayList<Object>();
        var y = new ArrayList<Object>();
        var label = new ArrayList<Object>();
        for (int i = 0; i < 60 * names.size(); i++) {
            int k = i % names.size();
            x.add(1.3 * (k % 4) + random.nextNormal());
            y.add(1.6 * (k % 3) + random.nextNormal());
            label.add(names.get(k));
        }
        var columns = new LinkedHashMap<String, List<Object>>();
        columns.put("x", x);
        columns.put("y", y);
        columns.put("label", label);
        var dataset = Specs.dataset(columns);
        var model = trained(Specs.mlp(8).sgd(0.3).epochs(300), dataset);
        var examples = KnownExamples.of(model, dataset, false);
        return (ClassificationMetrics) Metrics.of(Outcomes.of(model, examples, new LossSpec.CrossEntropy()::ofRows));
    }

    private static Picture fit(String feature, String target) {
        var random = RandomStream.of(4, "pictures");
        var x = new ArrayList<Object>();
        var y = new ArrayList<Object>();
        for (int i = 0; i < 60; i++) {
            double at = 6 * random.nextDouble() - 3;
            x.add(at);
            y.add(StrictMath.sin(at) + 0.2 * random.nextNormal());
        }
        var columns = new LinkedHashMap<String, List<Object>>();
        columns.put(feature, x);
        columns.put(target, y);
        var dataset = Specs.dataset(columns);
        var tanh = new ModelSpec.Mlp(List.of(16), Activation.TANH);
        var model = trained(Specs.linear().model(tanh).sgd(0.1).epochs(3000), dataset);
        var examples = KnownExamples.of(model, dataset, false);
        var outcomes = (Outcomes.Values) Outcomes.of(model, examples, new LossSpec.SquaredError()::ofRows);
        return FitPicture.of(
                FitCurve.of(model, examples, outcomes.outputs().getFirst()).orElseThrow(),
                ((RegressionMetrics) Metrics.of(outcomes)).errors());
    }

    private static Model trained(Specs specs, Dataset dataset) {
        var run = TrainingRun.of(specs.build(), dataset);
        Specs.train(run);
        return run.model();
    }
}
