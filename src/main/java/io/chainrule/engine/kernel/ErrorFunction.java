package io.chainrule.engine.kernel;

/// The error function, its complement, and the normal distribution they describe.
///
/// Near 0 the Kummer series `erf(x) = 2x/√π·e^-x²·Σ (2x²)^n/(1·3·…·(2n+1))`, all of whose terms are positive; elsewhere
/// the trapezoidal rule for `erfc(x) = x·e^-x²/π·∫ e^-t²/(t² + x²) dt` with step ½ and the residue at t = ix taken off
/// (Chiarella and Reichel 1968), whose error is below e^-39. Squares are carried with their rounding error, so that the
/// tails keep their digits.
final class ErrorFunction {

    private static final double SERIES_BELOW = 0.5;
    private static final int SERIES_TERMS = 16;
    private static final double STEP = 0.5;
    private static final double RESIDUE_BELOW = Math.PI / STEP;
    private static final double TWO_OVER_ROOT_PI = 1.1283791670955126;
    private static final double ROOT_HALF = 0.7071067811865476;
    private static final double INVERSE_ROOT_TWO_PI = 0.3989422804014327;

    /// e^-(k/2)² for k = 1, 2, …
    private static final double[] WEIGHTS = new double[13];

    static {
        for (int k = 1; k <= WEIGHTS.length; k++) {
            WEIGHTS[k - 1] = Exponential.exp(-(k * STEP) * (k * STEP));
        }
    }

    private ErrorFunction() {}

    static double erf(double x) {
        return Math.abs(x) < SERIES_BELOW ? series(x) : Math.copySign(1 - tail(Math.abs(x)), x);
    }

    static double erfc(double x) {
        if (Math.abs(x) < SERIES_BELOW) {
            return 1 - series(x);
        }
        return x < 0 ? 2 - tail(-x) : tail(x);
    }

    /// Φ(x) = erfc(-x/√2)/2, the share of a standard normal distribution below x.
    static double cumulative(double x) {
        double t = Math.abs(x) * ROOT_HALF;
        if (t < SERIES_BELOW) {
            return 0.5 + 0.5 * series(x * ROOT_HALF);
        }
        double square = x * x;
        double upper = 0.5 * tail(t, 0.5 * square, 0.5 * Math.fma(x, x, -square));
        return x < 0 ? upper : 1 - upper;
    }

    /// φ(x) = e^(-x²/2)/√(2π).
    static double density(double x) {
        double square = x * x;
        return INVERSE_ROOT_TWO_PI * gaussian(0.5 * square, 0.5 * Math.fma(x, x, -square));
    }

    /// e^-x².
    static double bell(double x) {
        double square = x * x;
        return gaussian(square, Math.fma(x, x, -square));
    }

    /// x·Φ(x).
    static double gelu(double x) {
        double share = cumulative(x);
        return share == 0 ? share : x * share; // -∞·0 is 0 here
    }

    private static double series(double x) {
        double twice = 2 * x * x;
        double sum = 1;
        for (int n = SERIES_TERMS; n >= 1; n--) {
            sum = Math.fma(twice / (2 * n + 1), sum, 1);
        }
        return TWO_OVER_ROOT_PI * x * bell(x) * sum;
    }

    private static double tail(double x) {
        double square = x * x;
        return tail(x, square, Math.fma(x, x, -square));
    }

    /// erfc(x) for x ≥ ½, x² being square + low.
    private static double tail(double x, double square, double low) {
        if (square > 800) {
            return 0; // below the smallest denormal
        }
        double sum = 0;
        for (int k = WEIGHTS.length; k >= 1; k--) {
            sum += WEIGHTS[k - 1] / (k * STEP * (k * STEP) + square);
        }
        double integral = STEP * x / Math.PI * (1 / square + 2 * sum) * gaussian(square, low);
        return x < RESIDUE_BELOW ? integral - 2 / Exponential.expm1(2 * Math.PI / STEP * x) : integral;
    }

    private static double gaussian(double square, double low) {
        return square > 800 ? 0 : Exponential.expOfNegative(square, low);
    }
}
