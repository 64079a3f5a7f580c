package io.chainrule.service.web.report;

import io.chainrule.learning.training.Metric;
import io.chainrule.service.drawing.ShortNumber;

/// Numbers as reports show them.
final class Numbers {

    private static final int DIGITS = 4;

    private Numbers() {}

    static String of(double value) {
        return ShortNumber.typeset(value, DIGITS);
    }

    /// A share of examples with their number: `0.95 (38 of 40)`.
    static String accuracy(double share, int examples) {
        return examples == 0 || Double.isNaN(share)
                ? of(share)
                : "%s (%d of %d)".formatted(of(share), Math.round(share * examples), examples);
    }

    static String percent(double share) {
        return ShortNumber.typeset(100 * share, 3) + " %";
    }

    static boolean isAccuracy(Metric metric) {
        return metric == Metric.TRAIN_ACCURACY || metric == Metric.VALIDATION_ACCURACY;
    }

    static boolean isHeldBack(Metric metric) {
        return metric.key().startsWith("validation");
    }

    /// The name of a metric in a sentence.
    static String name(Metric metric) {
        return switch (metric) {
            case TRAIN_LOSS -> "training loss";
            case TRAIN_ACCURACY -> "training accuracy";
            case TRAIN_RMSE -> "training RMSE";
            case VALIDATION_LOSS -> "validation loss";
            case VALIDATION_ACCURACY -> "validation accuracy";
            case VALIDATION_RMSE -> "validation RMSE";
            case LEARNING_RATE -> "learning rate";
            case GRADIENT_NORM -> "gradient norm";
        };
    }

    static String of(Metric metric, double value, ReportedJob job) {
        return isAccuracy(metric) ? accuracy(value, job.examples(isHeldBack(metric))) : of(value);
    }
}
