package io.chainrule.learning.training.optimizer;

import java.util.Arrays;

/// Numbers that an optimizer keeps for each parameter.
final class Memory {

    private Memory() {}

    /// Zeros that lie as the parameters do.
    static double[][] like(double[][] parameters) {
        return Arrays.stream(parameters)
                .map(values -> new double[values.length])
                .toArray(double[][]::new);
    }
}
