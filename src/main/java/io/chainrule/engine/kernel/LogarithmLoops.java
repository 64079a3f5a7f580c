package io.chainrule.engine.kernel;

/// [Log1p] over whole blocks, with the same bits: the same operations on each element.
///
/// One loop takes numbers apart into bits, the other computes and is vectorised; both of [Log1p]'s cases are one here,
/// since `k = c = 0` and `f = x` make the one of the other. Where f is tiny the scalar function computes anew.
final class LogarithmLoops {

    private LogarithmLoops() {}

    /// log(1 + x) for x from 0 to 2^52, and NaN.
    static void log1p(double[] y, double[] x, double[] exponent, double[] fraction) {
        System.arraycopy(x, 0, y, 0, y.length);
        plainLog1p(y, exponent, fraction);
        for (int i = 0; i < y.length; i++) {
            if (isTiny(fraction[i])) {
                y[i] = Log1p.of(x[i]);
            }
        }
    }

    /// Overwrites each x of `y` by log(1 + x), but where the fraction [#isTiny].
    static void plainLog1p(double[] y, double[] exponent, double[] fraction) {
        for (int i = 0; i < y.length; i++) {
            double x = y[i];
            double u = 1 + x;
            long k = Log1p.exponent(x, u);
            exponent[i] = (double) k;
            fraction[i] = Log1p.fraction(x, u, k);
            y[i] = Log1p.correction(x, u, k);
        }
        for (int i = 0; i < y.length; i++) {
            y[i] = Log1p.log(exponent[i], fraction[i], y[i]);
        }
    }

    static boolean isTiny(double fraction) {
        return Math.abs(fraction) < Log1p.TINY;
    }
}
