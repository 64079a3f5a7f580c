package io.chainrule.engine.kernel;

/// Elementwise loops over two or more operands of equal shape.
public final class Severalwise {

    private Severalwise() {}

    public static void max(double[] y, double[][] operands) {
        for (int i = 0; i < y.length; i++) {
            double largest = operands[0][i];
            for (int k = 1; k < operands.length; k++) {
                largest = Math.max(largest, operands[k][i]);
            }
            y[i] = largest;
        }
    }

    public static void min(double[] y, double[][] operands) {
        for (int i = 0; i < y.length; i++) {
            double smallest = operands[0][i];
            for (int k = 1; k < operands.length; k++) {
                smallest = Math.min(smallest, operands[k][i]);
            }
            y[i] = smallest;
        }
    }

    /// √Σx² without overflow on the way.
    public static Kernel hypotenuse(int operandCount) {
        return gathered(new double[operandCount], Logarithmic::hypotenuse);
    }

    /// log Σ e^x, the largest split off.
    public static Kernel logSumExp(int operandCount) {
        return gathered(new double[operandCount], Logarithmic::logSumExp);
    }

    /// The second operand where the first is not 0, else the third; NaN where the first is NaN.
    public static void where(double[] y, double[][] operands) {
        var condition = operands[0];
        var then = operands[1];
        var otherwise = operands[2];
        for (int i = 0; i < y.length; i++) {
            y[i] = Double.isNaN(condition[i]) ? Double.NaN : condition[i] != 0 ? then[i] : otherwise[i];
        }
    }

    /// The first operand kept between the second and the third; the third wins where they cross.
    public static void clip(double[] y, double[][] operands) {
        var x = operands[0];
        var lower = operands[1];
        var upper = operands[2];
        for (int i = 0; i < y.length; i++) {
            y[i] = Math.min(Math.max(x[i], lower[i]), upper[i]);
        }
    }

    private interface Fold {
        double of(double[] numbers);
    }

    private static Kernel gathered(double[] numbers, Fold fold) {
        return (y, operands) -> {
            for (int i = 0; i < y.length; i++) {
                for (int k = 0; k < numbers.length; k++) {
                    numbers[k] = operands[k][i];
                }
                y[i] = fold.of(numbers);
            }
        };
    }
}
