package io.chainrule.service.store;

import io.chainrule.learning.training.Metric;
import java.util.Arrays;

/// Metrics by the names that they are stored under.
final class Metrics {

    private Metrics() {}

    static Metric ofKey(String key) {
        return Arrays.stream(Metric.values())
                .filter(metric -> metric.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("There is no metric " + key));
    }
}
