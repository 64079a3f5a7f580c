package io.chainrule.engine.kernel;

import java.util.function.DoubleUnaryOperator;

/// Elementwise loops over one operand; those built on e^x are [Exponentials].
///
/// The cheap ones are indexed from 0 by one variable, so that the compiler vectorises them; a function that takes tens
/// of nanoseconds goes through [#each].
public final class Elementwise {

    private static final double SELU_SCALE = 1.0507009873554805;
    private static final double SELU_ALPHA = 1.6732632423543772;

    private Elementwise() {}

    /// A loop that calls a function for every element.
    static Kernel each(DoubleUnaryOperator function) {
        return (y, operands) -> {
            var x = operands[0];
            for (int i = 0; i < y.length; i++) {
                y[i] = function.applyAsDouble(x[i]);
            }
        };
    }

    public static final Kernel LOG = each(StrictMath::log);
    public static final Kernel LOG1P = each(StrictMath::log1p);
    public static final Kernel LOG2 = each(Logarithmic::log2);
    public static final Kernel LOG10 = each(StrictMath::log10);
    public static final Kernel CBRT = each(StrictMath::cbrt);
    public static final Kernel SIN = each(StrictMath::sin);
    public static final Kernel COS = each(StrictMath::cos);
    public static final Kernel TAN = each(StrictMath::tan);
    public static final Kernel ASIN = each(StrictMath::asin);
    public static final Kernel ACOS = each(StrictMath::acos);
    public static final Kernel ATAN = each(StrictMath::atan);
    public static final Kernel SINH = each(StrictMath::sinh);
    public static final Kernel COSH = each(StrictMath::cosh);
    public static final Kernel ASINH = each(Logarithmic::asinh);
    public static final Kernel ACOSH = each(Logarithmic::acosh);
    public static final Kernel ATANH = each(Logarithmic::atanh);
    public static final Kernel ELU = each(x -> x > 0 ? x : Exponential.expm1(x));
    public static final Kernel SELU = each(x -> SELU_SCALE * (x > 0 ? x : SELU_ALPHA * Exponential.expm1(x)));
    public static final Kernel GELU = each(ErrorFunction::gelu);
    public static final Kernel MISH = each(Exponential::mish);
    public static final Kernel ERF = each(ErrorFunction::erf);
    public static final Kernel ERFC = each(ErrorFunction::erfc);
    public static final Kernel CUMULATIVE = each(ErrorFunction::cumulative);
    public static final Kernel DENSITY = each(ErrorFunction::density);
    public static final Kernel BELL = each(ErrorFunction::bell);

    /// Slope of selu right of 0.
    public static double seluScale() {
        return SELU_SCALE;
    }

    /// Slope of selu just left of 0.
    public static double seluLeftSlope() {
        return SELU_SCALE * SELU_ALPHA;
    }

    public static void negate(double[] y, double[][] operands) {
        var x = operands[0];
        for (int i = 0; i < y.length; i++) {
            y[i] = -x[i];
        }
    }

    public static void relu(double[] y, double[][] operands) {
        var x = operands[0];
        for (int i = 0; i < y.length; i++) {
            y[i] = Math.max(x[i], 0);
        }
    }

    public static void sqrt(double[] y, double[][] operands) {
        var x = operands[0];
        for (int i = 0; i < y.length; i++) {
            y[i] = Math.sqrt(x[i]);
        }
    }

    public static void square(double[] y, double[][] operands) {
        var x = operands[0];
        for (int i = 0; i < y.length; i++) {
            y[i] = x[i] * x[i];
        }
    }

    public static void reciprocal(double[] y, double[][] operands) {
        var x = operands[0];
        for (int i = 0; i < y.length; i++) {
            y[i] = 1 / x[i];
        }
    }

    public static void abs(double[] y, double[][] operands) {
        var x = operands[0];
        for (int i = 0; i < y.length; i++) {
            y[i] = Math.abs(x[i]);
        }
    }

    public static void sign(double[] y, double[][] operands) {
        var x = operands[0];
        for (int i = 0; i < y.length; i++) {
            y[i] = Math.signum(x[i]);
        }
    }

    public static void floor(double[] y, double[][] operands) {
        var x = operands[0];
        for (int i = 0; i < y.length; i++) {
            y[i] = Math.floor(x[i]);
        }
    }

    public static void ceil(double[] y, double[][] operands) {
        var x = operands[0];
        for (int i = 0; i < y.length; i++) {
            y[i] = Math.ceil(x[i]);
        }
    }

    /// To the nearest whole number, halves to the even one.
    public static void round(double[] y, double[][] operands) {
        var x = operands[0];
        for (int i = 0; i < y.length; i++) {
            y[i] = Math.rint(x[i]);
        }
    }

    /// y = slope·x + intercept, rounded once.
    public static Kernel linear(double slope, double intercept) {
        return (y, operands) -> {
            var x = operands[0];
            for (int i = 0; i < y.length; i++) {
                y[i] = Math.fma(slope, x[i], intercept);
            }
        };
    }

    public static Kernel leakyRelu(double slope) {
        return (y, operands) -> {
            var x = operands[0];
            for (int i = 0; i < y.length; i++) {
                y[i] = x[i] > 0 ? x[i] : slope * x[i];
            }
        };
    }
}
