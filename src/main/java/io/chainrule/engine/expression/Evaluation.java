package io.chainrule.engine.expression;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/// The answer to a [GradientQuestion].
///
/// @param gradient by variable, in the order of the question
/// @param hessian by two variables, symmetric to the last bit; absent for order 1
public record Evaluation(
        double value,
        SequencedMap<String, Double> gradient,
        @Nullable SequencedMap<String, SequencedMap<String, Double>> hessian,
        ExplainedGraph graph,
        List<Warning> warnings) {

    public Evaluation {
        gradient = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(gradient));
        warnings = List.copyOf(warnings);
    }
}
