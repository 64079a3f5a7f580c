package io.chainrule.service.web.report;

import io.chainrule.learning.evaluation.DecisionBoundary;
import io.chainrule.learning.evaluation.GridSpec;
import io.chainrule.learning.model.FeatureProfile;
import io.chainrule.service.drawing.Appearance;
import io.chainrule.service.drawing.Picture;
import io.chainrule.service.drawing.Svg;
import io.chainrule.service.drawing.chart.BoundaryPicture;
import io.chainrule.service.drawing.chart.CurvePicture;
import io.chainrule.service.drawing.chart.ExamplePoints;
import io.chainrule.service.drawing.chart.NamedHistory;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/// The pictures of a report: how loss and accuracy went, and where the model decides otherwise.
final class Figures {

    record Figure(String heading, String svg) {}

    private Figures() {}

    static List<Figure> of(ReportedJob job) {
        return of(List.of(job));
    }

    /// The curves of all jobs in one picture, their boundaries side by side.
    static List<Figure> of(List<ReportedJob> jobs) {
        var figures = new ArrayList<Figure>();
        var histories = jobs.stream()
                .filter(job -> job.history() != null)
                .map(job -> new NamedHistory(job.name(), Objects.requireNonNull(job.history())))
                .toList();
        if (!histories.isEmpty()) {
            figures.add(figure("Loss and accuracy", CurvePicture.of("Loss and accuracy by epoch", histories)));
        }
        var boundaries = jobs.stream().flatMap(Figures::boundary).toList();
        if (!boundaries.isEmpty()) {
            figures.add(figure(
                    "Decision boundary",
                    boundaries.size() == 1
                            ? boundaries.getFirst()
                            : BoundaryPicture.sideBySide("Decision boundaries over the true labels", boundaries)));
        }
        return figures;
    }

    private static Figure figure(String heading, Picture picture) {
        return new Figure(heading, Svg.of(picture, Appearance.DEFAULT));
    }

    /// None without a model that has two numbers among its features.
    private static Stream<BoundaryPicture> boundary(ReportedJob job) {
        var model = job.model();
        if (model == null || countNumbers(model.features()) < 2) {
            return Stream.empty();
        }
        var boundary = DecisionBoundary.of(model, GridSpec.standard().withAllProbabilities());
        var x = boundary.x().feature();
        var y = boundary.y().feature();
        var data = job.data();
        var examples = data == null ? ExamplePoints.none(x, y) : ExamplePoints.of(data.dataset(), data.split(), x, y);
        return Stream.of(BoundaryPicture.of(job.name(), boundary, examples));
    }

    private static long countNumbers(List<FeatureProfile> features) {
        return features.stream()
                .filter(FeatureProfile.Numbers.class::isInstance)
                .count();
    }
}
