package io.chainrule.service.job;

import io.chainrule.learning.training.EarlyStopping;
import io.chainrule.learning.training.History;
import io.chainrule.learning.training.Metric;
import org.jspecify.annotations.Nullable;

/// The best epoch so far, of equal ones the first: by what stops the job early if anything does; else by the loss on
/// held-back examples if there are any, and on those that are learned from if there are none.
public record Best(int epoch, Metric metric, double value) {

    /// The best when some more epochs are known.
    ///
    /// @param before the best of those before, null if there are none
    /// @param stopping what stops the job early, null if nothing does
    static @Nullable Best of(@Nullable Best before, History.Rows more, @Nullable EarlyStopping stopping) {
        var metric = metric(more, stopping);
        var values = more.column(metric);
        var best = before;
        for (int row = 0; row < values.length; row++) {
            if (best == null ? Double.isFinite(values[row]) : isBetter(values[row], best.value(), stopping)) {
                best = new Best(more.get(row).number(), metric, values[row]);
            }
        }
        return best;
    }

    private static Metric metric(History.Rows rows, @Nullable EarlyStopping stopping) {
        if (stopping != null) {
            return stopping.metric().metric();
        }
        return rows.metrics().contains(Metric.VALIDATION_LOSS) ? Metric.VALIDATION_LOSS : Metric.TRAIN_LOSS;
    }

    private static boolean isBetter(double value, double best, @Nullable EarlyStopping stopping) {
        return stopping == null ? value < best : stopping.isBetter(value, best);
    }
}
