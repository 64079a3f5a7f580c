package io.chainrule.service.web.report;

import io.chainrule.learning.dataset.Dataset;
import io.chainrule.learning.dataset.Split;
import io.chainrule.learning.model.Model;
import io.chainrule.learning.training.History;
import io.chainrule.service.job.TrainingJob;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A job with all that a report tells of it.
///
/// @param history null before the first epoch
/// @param data null if the dataset has been deleted
/// @param model null if the job has made none, or it has been deleted
public record ReportedJob(
        TrainingJob job,
        History.@Nullable Rows history,
        @Nullable Data data,
        @Nullable Model model) {

    /// What was learned from.
    ///
    /// @param dataset with the target that was learned
    public record Data(Dataset dataset, Split split) {}

    String name() {
        return Objects.requireNonNullElse(job.spec().name(), job.id());
    }

    /// How many examples a measure is of; 0 if that is not known any more.
    int examples(boolean heldBack) {
        if (data == null) {
            return 0;
        }
        return heldBack ? data.split().validation().length : data.split().training().length;
    }
}
