package io.chainrule.service.web.report;

import io.chainrule.service.drawing.Appearance;
import io.chainrule.service.drawing.Picture;
import io.chainrule.service.drawing.Svg;
import java.util.ArrayList;
import java.util.List;

/// The pictures of a report, as far as there is something to see.
final class Figures {

    record Figure(String heading, String svg) {}

    private Figures() {}

    static List<Figure> of(ReportedJob job) {
        return of(List.of(job));
    }

    /// The curves of all jobs in one picture, their boundaries side by side.
    static List<Figure> of(List<ReportedJob> jobs) {
        var figures = new ArrayList<Figure>();
        if (jobs.stream().anyMatch(JobPictures::hasCurve)) {
            figures.add(figure("Loss and accuracy", JobPictures.curves("Loss and accuracy by epoch", jobs)));
        }
        if (jobs.stream().anyMatch(JobPictures::hasBoundary)) {
            figures.add(figure(
                    "Decision boundary", JobPictures.boundaries("Decision boundaries over the true labels", jobs)));
        }
        return figures;
    }

    private static Figure figure(String heading, Picture picture) {
        return new Figure(heading, Svg.of(picture, Appearance.DEFAULT));
    }
}
