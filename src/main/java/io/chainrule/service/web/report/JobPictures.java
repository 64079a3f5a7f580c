package io.chainrule.service.web.report;

import io.chainrule.learning.evaluation.DecisionBoundary;
import io.chainrule.learning.evaluation.GridSpec;
import io.chainrule.learning.model.FeatureProfile;
import io.chainrule.learning.training.History;
import io.chainrule.service.drawing.Picture;
import io.chainrule.service.drawing.PlainText;
import io.chainrule.service.drawing.chart.BoundaryPicture;
import io.chainrule.service.drawing.chart.CurvePicture;
import io.chainrule.service.drawing.chart.ExamplePoints;
import io.chainrule.service.drawing.chart.NamedHistory;
import io.chainrule.service.drawing.chart.NoticePicture;
import java.util.List;
import java.util.Optional;

/// What jobs look like, one or several together: how loss and accuracy went, and where the models decide otherwise. A
/// job that has nothing to show yet, or never will, is there in words.
public final class JobPictures {

    private static final int LONGEST_NAME = 40;

    private JobPictures() {}

    /// The curves of all jobs in one picture.
    public static Picture curves(String title, List<ReportedJob> jobs) {
        return CurvePicture.of(title, jobs.stream().map(JobPictures::history).toList());
    }

    /// The boundaries side by side; one alone has no title but its own.
    public static Picture boundaries(String title, List<ReportedJob> jobs) {
        var parts = jobs.stream().map(JobPictures::boundary).toList();
        return parts.size() == 1 ? parts.getFirst() : BoundaryPicture.sideBySide(title, parts);
    }

    static boolean hasCurve(ReportedJob job) {
        return job.history() != null;
    }

    static boolean hasBoundary(ReportedJob job) {
        return whyNoBoundary(job).isEmpty();
    }

    private static NamedHistory history(ReportedJob job) {
        var history = job.history();
        return history != null
                ? new NamedHistory(job.name(), history)
                : new NamedHistory(
                        "%s (%s, nothing measured)"
                                .formatted(
                                        PlainText.of(job.name(), LONGEST_NAME),
                                        job.job().state().name()),
                        new History(List.of()).snapshot());
    }

    private static Picture boundary(ReportedJob job) {
        return whyNoBoundary(job)
                .<Picture>map(reason -> new NoticePicture(job.name(), reason))
                .orElseGet(() -> drawn(job));
    }

    private static BoundaryPicture drawn(ReportedJob job) {
        var model = job.model();
        if (model == null) {
            throw new IllegalArgumentException("Job " + job.job().id() + " has no model");
        }
        var boundary = DecisionBoundary.of(model, GridSpec.standard().withAllProbabilities());
        var x = boundary.x().feature();
        var y = boundary.y().feature();
        var data = job.data();
        var examples = data == null
                ? ExamplePoints.none(x, y)
                : ExamplePoints.of(boundary.examples(data.dataset()), data.split(), x, y);
        return BoundaryPicture.of(job.name(), boundary, examples);
    }

    private static Optional<String> whyNoBoundary(ReportedJob job) {
        var state = job.job().state();
        if (job.model() == null) {
            return Optional.of(
                    job.job().result().isPresent()
                            ? "Its model has been deleted"
                            : "%s: no model%s".formatted(state.name(), state.isFinal() ? "" : " yet"));
        }
        long numbers = job.model().features().stream()
                .filter(FeatureProfile.Numbers.class::isInstance)
                .count();
        return numbers < 2 ? Optional.of("No plane: it has fewer than two features of numbers") : Optional.empty();
    }
}
