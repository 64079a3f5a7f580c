package io.chainrule.engine.kernel;

/// The exponential function and its kin, built from `fma + - * /` alone.
///
/// `x = k·ln 2 + r` with `|r| ≤ 0.347` (Cody and Waite), then `e^x = 2^k·e^r` by a Taylor polynomial of degree 13 whose
/// last step is compensated. The high part of ln 2 has 42 bits, so that `k·high` is exact. 0.82 ulp.
final class Exponential {

    private static final double LOG2_E = 1.4426950408889634;
    private static final double SHIFT = 0x1.8p52; // adding it rounds to a whole number, kept in the low bits
    private static final double LN2_HIGH = 0x1.62e42fefa0000p-1;
    private static final double LN2_LOW = 0x1.cf79abc9e3b3ap-40;

    /// From here on 2^k is no number, or the result is denormal.
    static final double LARGEST_PLAIN = 700;

    private Exponential() {}

    static double exp(double x) {
        if (!(Math.abs(x) < LARGEST_PLAIN)) {
            return extremeExp(x);
        }
        double shifted = shifted(x);
        return (1 + fractionMinus1(x, unshifted(shifted))) * powerOfTwo(shifted);
    }

    /// Overflow, denormal results and NaN: 2^k in two factors, so that a denormal is rounded once.
    private static double extremeExp(double x) {
        double bounded = Math.clamp(x, -1000.0, 1000.0);
        double k = unshifted(shifted(bounded));
        double half = Math.fma(k, 0.5, SHIFT);
        double rest = k - (half - SHIFT) + SHIFT;
        return (1 + fractionMinus1(bounded, k)) * powerOfTwo(half) * powerOfTwo(rest);
    }

    /// e^x − 1 without cancellation: `2^k·(e^r − 1) + (2^k − 1)`.
    static double expm1(double x) {
        if (x == 0 || x > 60) {
            return x == 0 ? x : exp(x);
        }
        double bounded = Math.max(x, -60);
        double shifted = shifted(bounded);
        double scale = powerOfTwo(shifted);
        return Math.fma(scale, fractionMinus1(bounded, unshifted(shifted)), scale - 1);
    }

    /// `(e^2|x| − 1)/(e^2|x| + 1)`, with the sign of x.
    static double tanh(double x) {
        double e = expm1(2 * Math.min(Math.abs(x), 22));
        return Math.copySign(e / (e + 2), x);
    }

    /// 1/(1 + e^-x), without exp of a positive argument.
    static double sigmoid(double x) {
        double e = exp(-Math.abs(x));
        return (x >= 0 ? 1 : e) / (1 + e);
    }

    /// log(1 + e^x); `max(x, 0)` is split off so that exp never sees a positive argument.
    static double softplus(double x) {
        return Math.max(x, 0) + Log1p.of(exp(-Math.abs(x)));
    }

    /// `x·tanh(softplus(x))`, where `tanh(log(1 + e)) = e(e + 2)/(e(e + 2) + 2)`.
    static double mish(double x) {
        double e = exp(Math.min(x, 40));
        double product = e * (e + 2);
        return x * (product / (product + 2));
    }

    /// `e^-(square + low)`, the square of a number being given with its rounding error.
    static double expOfNegative(double square, double low) {
        double e = exp(-square);
        return Math.fma(-low, e, e);
    }

    /// k + SHIFT for the whole number k next to x/ln 2; its low bits are k.
    static double shifted(double x) {
        return Math.fma(x, LOG2_E, SHIFT);
    }

    /// k of k + SHIFT.
    static double unshifted(double shifted) {
        return shifted - SHIFT;
    }

    /// e^r − 1 for r = x − k·ln 2.
    static double fractionMinus1(double x, double k) {
        double high = Math.fma(k, -LN2_HIGH, x);
        double low = k * LN2_LOW;
        double r = high - low;
        return r + Math.fma(r * r, tail(r), (high - r) - low);
    }

    /// (e^r − 1 − r)/r².
    private static double tail(double r) {
        double q = Math.fma(1 / 6227020800., r, 1 / 479001600.);
        q = Math.fma(q, r, 1 / 39916800.);
        q = Math.fma(q, r, 1 / 3628800.);
        q = Math.fma(q, r, 1 / 362880.);
        q = Math.fma(q, r, 1 / 40320.);
        q = Math.fma(q, r, 1 / 5040.);
        q = Math.fma(q, r, 1 / 720.);
        q = Math.fma(q, r, 1 / 120.);
        q = Math.fma(q, r, 1 / 24.);
        q = Math.fma(q, r, 1 / 6.);
        return Math.fma(q, r, 0.5);
    }

    /// 2^k for a whole number k given as k + SHIFT.
    static double powerOfTwo(double shifted) {
        return Double.longBitsToDouble((Double.doubleToRawLongBits(shifted) + 1023) << 52);
    }
}
