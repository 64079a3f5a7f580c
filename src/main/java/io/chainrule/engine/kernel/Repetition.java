package io.chainrule.engine.kernel;

import java.util.Arrays;

/// One number, row or column repeated over a matrix.
public final class Repetition {

    private Repetition() {}

    public static void ofNumber(double[] y, double[][] operands) {
        Arrays.fill(y, operands[0][0]);
    }

    public static Kernel ofRow(int rows, int columns) {
        return (y, operands) -> {
            for (int i = 0; i < rows; i++) {
                System.arraycopy(operands[0], 0, y, i * columns, columns);
            }
        };
    }

    public static Kernel ofColumn(int rows, int columns) {
        return (y, operands) -> {
            var x = operands[0];
            for (int i = 0; i < rows; i++) {
                Arrays.fill(y, i * columns, (i + 1) * columns, x[i]);
            }
        };
    }
}
