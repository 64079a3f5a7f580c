package io.chainrule.learning.training;

import java.util.Arrays;
import java.util.List;

/// What was measured when the model had seen every training example once more.
public final class Epoch {

    private final int number;
    private final List<Metric> metrics;
    private final double[] values;

    /// @param number 1 for the first
    /// @param metrics what was measured, the same in every epoch of a run
    /// @param values in the order of `metrics`
    public Epoch(int number, List<Metric> metrics, double... values) {
        if (values.length != metrics.size()) {
            throw new IllegalArgumentException("There are %d values of %s".formatted(values.length, metrics));
        }
        this.number = number;
        this.metrics = List.copyOf(metrics);
        this.values = values.clone();
    }

    public int number() {
        return number;
    }

    public List<Metric> metrics() {
        return metrics;
    }

    public double value(Metric metric) {
        int index = metrics.indexOf(metric);
        if (index < 0) {
            throw new IllegalArgumentException(metric.key() + " was not measured, only " + metrics);
        }
        return values[index];
    }

    /// In the order of the metrics.
    public double[] values() {
        return values.clone();
    }

    double value(int column) {
        return values[column];
    }

    @Override
    public String toString() {
        return "epoch " + number + ": " + metrics + " " + Arrays.toString(values);
    }
}
