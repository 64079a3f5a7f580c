package io.chainrule.learning.evaluation;

import io.chainrule.learning.dataset.statistics.CompensatedSum;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.SequencedMap;

/// How well values are predicted.
///
/// @param errors of all outputs together
/// @param perTarget the errors of each output
public record RegressionMetrics(
        int examples, double loss, ValueErrors errors, SequencedMap<String, ValueErrors> perTarget) implements Metrics {

    public RegressionMetrics {
        perTarget = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(perTarget));
    }

    /// Those of one output.
    public ValueErrors errors(String target) {
        return Objects.requireNonNull(perTarget.get(target));
    }

    static RegressionMetrics of(Outcomes.Values outcomes) {
        var perTarget = new LinkedHashMap<String, ValueErrors>();
        outcomes.outputs().forEach(output -> perTarget.put(output.target(), ValueErrors.of(output)));
        return new RegressionMetrics(
                outcomes.examples(),
                CompensatedSum.mean(outcomes.losses()),
                ValueErrors.together(List.copyOf(perTarget.values())),
                perTarget);
    }
}
