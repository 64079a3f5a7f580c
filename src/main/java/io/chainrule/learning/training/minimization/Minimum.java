package io.chainrule.learning.training.minimization;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/// The best that a minimization has found so far.
///
/// @param at by variable, in the order of the start
/// @param gradientNorm the largest absolute gradient component there
public record Minimum(double value, SequencedMap<String, Double> at, double gradientNorm) {

    public Minimum {
        at = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(at));
    }
}
