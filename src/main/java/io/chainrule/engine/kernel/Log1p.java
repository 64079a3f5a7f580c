package io.chainrule.engine.kernel;

/// log(1 + x) with the very bits of `StrictMath.log1p`, whose arithmetic (fdlibm's s_log1p.c) is set down here without
/// its many branches, so that the compiler inlines it into loops.
///
/// `1 + x = 2^k·(1 + f)` with `√½ < 1 + f < √2`, then `log(1 + f) = f − (f²/2 − s·(f²/2 + R(s²)))` for `s = f/(2 + f)`;
/// c mends the rounding of 1 + x.
final class Log1p {

    private static final double LN2_HIGH = 0x1.62e42feep-1;
    private static final double LN2_LOW = 0x1.a39ef35793c76p-33;
    private static final double LEAST = 0x1p-29;
    private static final double LARGE = 0x1p52;
    private static final double UNSCALED_BELOW = Double.longBitsToDouble(0x3fda827aL << 32); // about √2 − 1: k is 0
    private static final long SQRT_HALF = 0x3fe6a09eL << 32;

    /// Below it, f wants a shorter series, which the library has.
    static final double TINY = 0x1p-19;

    private Log1p() {}

    static double of(double x) {
        if (!(x >= LEAST && x < LARGE)) {
            return StrictMath.log1p(x);
        }
        double u = 1 + x;
        long k = exponent(x, u);
        double f = fraction(x, u, k);
        return k != 0 && Math.abs(f) < TINY ? StrictMath.log1p(x) : log((double) k, f, correction(x, u, k));
    }

    /// k, for u = 1 + x.
    static long exponent(double x, double u) {
        return x < UNSCALED_BELOW ? 0 : (Double.doubleToRawLongBits(u) - SQRT_HALF) >> 52;
    }

    /// f, for u = 1 + x; x itself if k is 0.
    static double fraction(double x, double u, long k) {
        long scaled =
                Double.doubleToRawLongBits(Double.longBitsToDouble(Double.doubleToRawLongBits(u) - (k << 52)) - 1);
        return Double.longBitsToDouble(k == 0 ? Double.doubleToRawLongBits(x) : scaled);
    }

    /// c, for u = 1 + x; 0 if k is.
    static double correction(double x, double u, long k) {
        double small = Math.min(x, 1); // x − (u − 1) where x < 1, 1 − (u − x) elsewhere
        double large = Math.max(x, 1);
        return k == 0 ? 0 : (small - (u - large)) / u;
    }

    /// log(1 + x) from its parts, of which k and c may be 0.
    static double log(double k, double f, double c) {
        double half = 0.5 * f * f;
        return k * LN2_HIGH - ((half - (series(f, half) + (k * LN2_LOW + c))) - f);
    }

    /// s·(f²/2 + R).
    private static double series(double f, double half) {
        double s = f / (2 + f);
        double z = s * s;
        double r = 0x1.39a09d078c69fp-3 + z * 0x1.2f112df3e5244p-3;
        r = 0x1.7466496cb03dep-3 + z * r;
        r = 0x1.c71c51d8e78afp-3 + z * r;
        r = 0x1.2492494229359p-2 + z * r;
        r = 0x1.999999997fa04p-2 + z * r;
        r = 0x1.5555555555593p-1 + z * r;
        return s * (half + z * r);
    }
}
