package io.chainrule.service.job;

import io.chainrule.learning.training.History;
import io.chainrule.learning.training.Metric;
import org.jspecify.annotations.Nullable;

/// The epoch after which the loss was least so far: on held-back examples if there are any, else on those that are
/// learned from. Of equal ones the first.
public record Best(int epoch, Metric metric, double value) {

    /// The best when some more epochs are known.
    ///
    /// @param before the best of those before, null if there are none
    static @Nullable Best of(@Nullable Best before, History.Rows more) {
        var metric = more.metrics().contains(Metric.VALIDATION_LOSS) ? Metric.VALIDATION_LOSS : Metric.TRAIN_LOSS;
        var losses = more.column(metric);
        int least = -1;
        double bound = before == null ? Double.POSITIVE_INFINITY : before.value();
        for (int row = 0; row < losses.length; row++) {
            if (losses[row] < bound) {
                least = row;
                bound = losses[row];
            }
        }
        return least < 0 ? before : new Best(more.epochs()[least], metric, bound);
    }
}
