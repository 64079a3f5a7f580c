package io.chainrule.engine.expression;

import java.util.List;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/// The answer to a [BatchQuestion]: columns, one entry a row. The arrays belong to whoever asked.
public final class BatchEvaluation {

    private final double[] value;
    private final SequencedMap<String, double[]> gradient;
    private final @Nullable SequencedMap<String, SequencedMap<String, double[]>> hessian;
    private final double @Nullable [] directional;
    private final @Nullable SequencedMap<String, double[]> hessianVector;
    private final List<Warning> warnings;

    BatchEvaluation(
            double[] value,
            SequencedMap<String, double[]> gradient,
            @Nullable SequencedMap<String, SequencedMap<String, double[]>> hessian,
            double @Nullable [] directional,
            @Nullable SequencedMap<String, double[]> hessianVector,
            List<Warning> warnings) {
        this.value = value;
        this.gradient = gradient;
        this.hessian = hessian;
        this.directional = directional;
        this.hessianVector = hessianVector;
        this.warnings = List.copyOf(warnings);
    }

    public double[] value() {
        return value;
    }

    /// By variable, in the order of the question.
    public SequencedMap<String, double[]> gradient() {
        return gradient;
    }

    /// By two variables; absent for order 1.
    public @Nullable SequencedMap<String, SequencedMap<String, double[]>> hessian() {
        return hessian;
    }

    /// The derivatives in the direction; absent if there is none.
    public double @Nullable [] directional() {
        return directional;
    }

    /// By variable; absent for order 1 or without direction.
    public @Nullable SequencedMap<String, double[]> hessianVector() {
        return hessianVector;
    }

    public List<Warning> warnings() {
        return warnings;
    }
}
