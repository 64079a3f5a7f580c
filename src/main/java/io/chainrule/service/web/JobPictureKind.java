package io.chainrule.service.web;

import io.chainrule.learning.specification.Choice;
import io.chainrule.learning.specification.Settings;
import io.chainrule.service.drawing.Mark;
import io.chainrule.service.drawing.Picture;
import io.chainrule.service.job.TrainingJob;
import io.chainrule.service.web.problem.Fault;
import io.chainrule.service.web.problem.Problem;
import io.chainrule.service.web.problem.ProblemCode;
import io.chainrule.service.web.problem.RefusedException;
import io.chainrule.service.web.report.JobPictures;
import java.util.List;

/// What a picture of several jobs shows.
enum JobPictureKind {
    @Choice(help = "loss and accuracy of all jobs in one picture")
    CURVES(Mark.values().length), // one colour each
    @Choice(help = "the decision boundaries side by side")
    BOUNDARIES(12);

    static final String HELP = "What a picture shows";

    private final int most;

    JobPictureKind(int most) {
        this.most = most;
    }

    /// The jobs in their order.
    ///
    /// @param whole what has the jobs, "Experiment \"exp_1\"" for example
    /// @throws RefusedException if they are too many to be told apart
    Picture of(String whole, String title, List<TrainingJob> jobs, ReportedJobs reported) {
        if (jobs.size() > most) {
            var detail = "A picture of %s shows at most %d jobs, but %s has %d"
                    .formatted(Settings.name(this), most, whole, jobs.size());
            throw new RefusedException(Problem.of(ProblemCode.INVALID_PARAMETER, detail)
                    .withErrors(List.of(Fault.of("picture", detail)))
                    .withFix("Add best=%d to see only the best %1$d".formatted(most))
                    .with("limit", most));
        }
        var shown = reported.of(jobs, most);
        return switch (this) {
            case CURVES -> JobPictures.curves(title, shown);
            case BOUNDARIES -> JobPictures.boundaries(title, shown);
        };
    }
}
