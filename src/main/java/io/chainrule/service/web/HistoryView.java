package io.chainrule.service.web;

import io.chainrule.learning.training.History;
import io.chainrule.learning.training.Metric;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What was measured after every epoch, column by column; a column exists only if it was measured.
///
/// @param recorded how many epochs there are
/// @param returned how many of them are here
/// @param omitted how many of the epochs that were asked for are left out
/// @param method how they were chosen: `all`, or `extremes` for the first, the last, the least and greatest values of
/// many stretches, and all that are no finite numbers
@SuppressWarnings("ArrayRecordComponent") // columns on their way out: nobody compares them
record HistoryView(
        String job,
        int recorded,
        int returned,
        int omitted,
        String method,
        int[] epoch,
        double @Nullable [] trainLoss,
        double @Nullable [] trainAccuracy,
        double @Nullable [] trainRmse,
        double @Nullable [] validationLoss,
        double @Nullable [] validationAccuracy,
        double @Nullable [] validationRmse,
        double @Nullable [] learningRate,
        double @Nullable [] gradientNorm) {

    private static final String ALL = "all";

    private static final String EXTREMES = "extremes";

    static HistoryView of(String job, Optional<History> history, HistoryQuery query) {
        var all = history.map(History::snapshot).orElse(null);
        var asked = all == null ? null : query.asked(all);
        var rows = asked == null ? null : query.thinned(asked);
        int omitted = asked == null || rows == null ? 0 : asked.size() - rows.size();
        return new HistoryView(
                job,
                all == null ? 0 : all.size(),
                rows == null ? 0 : rows.size(),
                omitted,
                omitted == 0 ? ALL : EXTREMES,
                rows == null ? new int[0] : rows.epochs(),
                column(rows, Metric.TRAIN_LOSS),
                column(rows, Metric.TRAIN_ACCURACY),
                column(rows, Metric.TRAIN_RMSE),
                column(rows, Metric.VALIDATION_LOSS),
                column(rows, Metric.VALIDATION_ACCURACY),
                column(rows, Metric.VALIDATION_RMSE),
                column(rows, Metric.LEARNING_RATE),
                column(rows, Metric.GRADIENT_NORM));
    }

    private static double @Nullable [] column(History.@Nullable Rows rows, Metric metric) {
        return rows != null && rows.metrics().contains(metric) ? rows.column(metric) : null;
    }
}
