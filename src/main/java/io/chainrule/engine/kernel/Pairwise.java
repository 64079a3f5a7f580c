package io.chainrule.engine.kernel;

import java.util.function.DoubleBinaryOperator;

/// Elementwise loops over two operands of equal shape.
public final class Pairwise {

    private Pairwise() {}

    /// A loop that calls a function for every pair.
    private static Kernel each(DoubleBinaryOperator function) {
        return (y, operands) -> {
            var a = operands[0];
            var b = operands[1];
            for (int i = 0; i < y.length; i++) {
                y[i] = function.applyAsDouble(a[i], b[i]);
            }
        };
    }

    public static final Kernel POWER = each(Pairwise::power);
    public static final Kernel ATAN2 = each(StrictMath::atan2);
    public static final Kernel LEAKY_RELU = each((x, slope) -> x > 0 ? x : slope * x);
    public static final Kernel LESS = each((a, b) -> a < b ? 1 : 0);
    public static final Kernel LESS_OR_EQUAL = each((a, b) -> a <= b ? 1 : 0);
    public static final Kernel GREATER = each((a, b) -> a > b ? 1 : 0);
    public static final Kernel GREATER_OR_EQUAL = each((a, b) -> a >= b ? 1 : 0);
    public static final Kernel EQUAL = each((a, b) -> a == b ? 1 : 0);
    public static final Kernel NOT_EQUAL = each((a, b) -> a != b ? 1 : 0);

    /// The commonest exponents need no logarithm; squares and reciprocals are rounded once.
    private static double power(double base, double exponent) {
        if (exponent == 2) {
            return base * base;
        }
        return exponent == -1 ? 1 / base : StrictMath.pow(base, exponent);
    }

    public static void add(double[] y, double[][] operands) {
        var a = operands[0];
        var b = operands[1];
        for (int i = 0; i < y.length; i++) {
            y[i] = a[i] + b[i];
        }
    }

    public static void subtract(double[] y, double[][] operands) {
        var a = operands[0];
        var b = operands[1];
        for (int i = 0; i < y.length; i++) {
            y[i] = a[i] - b[i];
        }
    }

    public static void multiply(double[] y, double[][] operands) {
        var a = operands[0];
        var b = operands[1];
        for (int i = 0; i < y.length; i++) {
            y[i] = a[i] * b[i];
        }
    }

    public static void divide(double[] y, double[][] operands) {
        var a = operands[0];
        var b = operands[1];
        for (int i = 0; i < y.length; i++) {
            y[i] = a[i] / b[i];
        }
    }

    /// The first operand where the second is positive, else 0: blocks rather than multiplies, so that 0·∞ never arises.
    public static void gate(double[] y, double[][] operands) {
        var a = operands[0];
        var open = operands[1];
        if (VectorKernels.areUsed()) {
            VectorGate.passIfPositive(y, open, a);
            return;
        }
        for (int i = 0; i < y.length; i++) {
            y[i] = Gate.passIfPositive(open[i], a[i]);
        }
    }
}
