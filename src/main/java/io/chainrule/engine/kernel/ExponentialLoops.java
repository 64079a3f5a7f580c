package io.chainrule.engine.kernel;

/// The functions of [Exponential] over whole blocks, with the same bits: the same operations on each element, in loops
/// that the compiler vectorises.
///
/// A loop either computes or takes numbers apart into bits, since the compiler vectorises no loop that does both. Rare
/// arguments are computed anew by the scalar function at the end.
final class ExponentialLoops {

    private ExponentialLoops() {}

    static void exp(double[] y, double[] x, double[] scale, double[] other) {
        plainExp(y, x, scale);
        for (int i = 0; i < y.length; i++) {
            if (!(Math.abs(x[i]) < Exponential.LARGEST_PLAIN)) {
                y[i] = Exponential.exp(x[i]);
            }
        }
    }

    static void expm1(double[] y, double[] x, double[] scale, double[] bounded) {
        for (int i = 0; i < y.length; i++) {
            bounded[i] = Math.max(x[i], -60);
        }
        plainExpm1(y, bounded, scale);
        for (int i = 0; i < y.length; i++) {
            if (x[i] == 0 || x[i] > 60) {
                y[i] = Exponential.expm1(x[i]);
            }
        }
    }

    static void tanh(double[] y, double[] x, double[] scale, double[] bounded) {
        for (int i = 0; i < y.length; i++) {
            bounded[i] = 2 * Math.min(Math.abs(x[i]), 22);
        }
        plainExpm1(y, bounded, scale);
        for (int i = 0; i < y.length; i++) {
            y[i] = y[i] / (y[i] + 2) * Math.signum(x[i]);
        }
    }

    static void sigmoid(double[] y, double[] x, double[] scale, double[] negative) {
        for (int i = 0; i < y.length; i++) {
            negative[i] = -Math.abs(x[i]);
        }
        exp(y, negative, scale, scale);
        for (int i = 0; i < y.length; i++) {
            y[i] = Math.max(Math.signum(x[i]), y[i]) / (1 + y[i]); // the numerator is 1 from 0 on, else e^x
        }
    }

    static void silu(double[] y, double[] x, double[] scale, double[] negative) {
        sigmoid(y, x, scale, negative);
        for (int i = 0; i < y.length; i++) {
            y[i] = x[i] * y[i];
        }
    }

    static void softplus(double[] y, double[] x, double[] scale, double[] negative) {
        for (int i = 0; i < y.length; i++) {
            negative[i] = -Math.abs(x[i]);
        }
        exp(y, negative, scale, scale);
        LogarithmLoops.plainLog1p(y, scale, negative);
        for (int i = 0; i < y.length; i++) {
            y[i] += Math.max(x[i], 0);
        }
        for (int i = 0; i < y.length; i++) {
            if (LogarithmLoops.isTiny(negative[i])) {
                y[i] = Exponential.softplus(x[i]);
            }
        }
    }

    /// e^x for |x| below [Exponential#LARGEST_PLAIN].
    private static void plainExp(double[] y, double[] x, double[] scale) {
        fractions(y, x, scale);
        for (int i = 0; i < y.length; i++) {
            y[i] = (1 + y[i]) * scale[i];
        }
    }

    /// e^x − 1 for x from −60 to 60 but 0.
    private static void plainExpm1(double[] y, double[] x, double[] scale) {
        fractions(y, x, scale);
        for (int i = 0; i < y.length; i++) {
            y[i] = Math.fma(scale[i], y[i], scale[i] - 1);
        }
    }

    /// e^r − 1 and 2^k of x = k·ln 2 + r.
    private static void fractions(double[] y, double[] x, double[] scale) {
        for (int i = 0; i < y.length; i++) {
            scale[i] = Exponential.shifted(x[i]);
        }
        for (int i = 0; i < y.length; i++) {
            y[i] = Exponential.fractionMinus1(x[i], Exponential.unshifted(scale[i]));
        }
        for (int i = 0; i < y.length; i++) {
            scale[i] = Exponential.powerOfTwo(scale[i]);
        }
    }
}
