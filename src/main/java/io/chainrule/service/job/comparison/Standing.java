package io.chainrule.service.job.comparison;

import io.chainrule.learning.training.Metric;
import io.chainrule.service.job.TrainingJob;
import java.util.Objects;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/// Where a job stands among others.
///
/// @param rank 1 for the best; equal values share one; null for a job that has not succeeded or has no such value
/// @param value by which it is ranked, of its newest epoch; null if that was not measured
public record Standing(
        TrainingJob job, @Nullable Integer rank, @Nullable Double value) {

    /// What to call the job.
    public String name() {
        return Objects.requireNonNullElse(job.spec().name(), job.id());
    }

    public boolean isRanked() {
        return rank != null;
    }

    /// What the newest epoch has of a metric.
    public OptionalDouble measure(Metric metric) {
        var latest = job.latest();
        return latest != null && latest.metrics().contains(metric)
                ? OptionalDouble.of(latest.value(metric))
                : OptionalDouble.empty();
    }
}
