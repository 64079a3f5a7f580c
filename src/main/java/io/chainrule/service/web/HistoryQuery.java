package io.chainrule.service.web;

import io.chainrule.engine.expression.NearestName;
import io.chainrule.learning.specification.InvalidSpecException;
import io.chainrule.learning.specification.Setting;
import io.chainrule.learning.specification.Settings;
import io.chainrule.learning.training.History;
import io.chainrule.learning.training.Metric;
import io.chainrule.service.drawing.chart.CurvePicture;
import io.chainrule.service.drawing.chart.CurveScale;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Which part of a history is asked for.
record HistoryQuery(
        @Setting(help = "The first epoch", byDefault = "1", min = 0)
        int from,

        @Setting(help = "The last epoch; the newest if absent", min = 0) @Nullable
        Integer to,

        @Setting(
                help = "At most so many epochs: the first, the last and the extremes of many stretches; values that are"
                        + " no finite numbers are all kept, even beyond. All epochs if absent",
                min = LEAST_POINTS)
        @Nullable
        Integer maxPoints,

        @Setting(
                help = "Only these columns; all of them, in pictures losses and accuracies or errors, if absent",
                example = "[\"trainLoss\", \"validationLoss\"]")
        @Nullable
        List<String> metrics,

        @Setting(help = "How a picture lays out values", byDefault = "\"linear\"")
        CurveScale scale) {

    /// Room for the first, the last and both extremes of every column.
    static final int LEAST_POINTS = 20;

    HistoryQuery {
        Settings.require(HistoryQuery.class, from, to, maxPoints, metrics, scale);
        metrics = metrics == null ? null : List.copyOf(metrics);
        if (metrics != null) {
            metrics.forEach(HistoryQuery::metric);
        }
    }

    private static Metric metric(String key) {
        return Arrays.stream(Metric.values())
                .filter(metric -> metric.key().equals(key))
                .findFirst()
                .orElseThrow(() -> {
                    var keys = Arrays.stream(Metric.values()).map(Metric::key).toList();
                    var hint = NearestName.of(key, keys).map("; did you mean %s?"::formatted);
                    return new InvalidSpecException("/metrics", "There is no metric " + key + hint.orElse(""));
                });
    }

    /// The epochs and columns that are asked for, as far as there are any.
    History.Rows asked(History.Rows all) {
        var rows = all.between(from, to == null ? Integer.MAX_VALUE : to);
        return metrics == null
                ? rows
                : rows.only(all.metrics().stream()
                        .filter(metric -> metrics.contains(metric.key()))
                        .toList());
    }

    History.Rows thinned(History.Rows rows) {
        return maxPoints == null ? rows : rows.thinned(maxPoints);
    }

    /// The metrics of a picture.
    List<Metric> drawn() {
        return metrics == null
                ? CurvePicture.usual()
                : metrics.stream().map(HistoryQuery::metric).toList();
    }
}
