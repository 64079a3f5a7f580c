package io.chainrule.service.web;

import io.chainrule.learning.training.History;
import io.chainrule.learning.training.Metric;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What was measured after every epoch, column by column; a column exists only if it was measured.
///
/// @param recorded how many epochs there are
/// @param returned how many of them are here
/// @param method how they were chosen
@SuppressWarnings("ArrayRecordComponent") // columns on their way out: nobody compares them
record HistoryView(
        String job,
        int recorded,
        int returned,
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

    static HistoryView of(String job, Optional<History> history) {
        var rows = history.map(History::snapshot).orElse(null);
        return new HistoryView(
                job,
                rows == null ? 0 : rows.size(),
                rows == null ? 0 : rows.size(),
                ALL,
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
