package io.chainrule.service.drawing.chart;

import io.chainrule.learning.training.Epoch;
import io.chainrule.learning.training.History;
import io.chainrule.learning.training.Metric;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What metrics measure: those of one quantity share an axis.
public enum Quantity {
    LOSS(Metric.TRAIN_LOSS, Metric.VALIDATION_LOSS),
    ACCURACY(Metric.TRAIN_ACCURACY, Metric.VALIDATION_ACCURACY),
    RMSE(Metric.TRAIN_RMSE, Metric.VALIDATION_RMSE),
    LEARNING_RATE(Metric.LEARNING_RATE),
    GRADIENT_NORM(Metric.GRADIENT_NORM);

    private final List<Metric> metrics;

    Quantity(Metric... metrics) {
        this.metrics = List.of(metrics);
    }

    static Quantity of(Metric metric) {
        return Arrays.stream(values())
                .filter(quantity -> quantity.metrics.contains(metric))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(metric.key() + " measures nothing that is drawn"));
    }

    /// On the training examples, then on those held back.
    public List<Metric> metrics() {
        return metrics;
    }

    String label() {
        return this == RMSE ? "RMSE" : name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /// Whether it says how well the model does.
    private boolean isJudgement() {
        return this == LOSS || this == ACCURACY || this == RMSE;
    }

    /// The first epoch that was best on the examples held back, or on the training examples if there are none.
    Optional<Epoch> best(History.Rows rows, List<Metric> shown) {
        var judges = metrics.stream().filter(shown::contains).filter(rows.metrics()::contains);
        return isJudgement() ? judges.reduce((_, last) -> last).flatMap(judge -> best(rows, judge)) : Optional.empty();
    }

    private Optional<Epoch> best(History.Rows rows, Metric judge) {
        var values = rows.column(judge);
        int best = -1;
        for (int row = 0; row < values.length; row++) {
            if (Double.isFinite(values[row])
                    && (best < 0 || (this == ACCURACY ? values[row] > values[best] : values[row] < values[best]))) {
                best = row;
            }
        }
        return best < 0
                ? Optional.empty()
                : Optional.of(new Epoch(rows.get(best).number(), List.of(judge), values[best]));
    }
}
