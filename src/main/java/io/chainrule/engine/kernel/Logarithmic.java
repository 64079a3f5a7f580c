package io.chainrule.engine.kernel;

/// Logarithms that `StrictMath` lacks, and the inverse hyperbolic functions built on them.
final class Logarithmic {

    private static final double LN2 = 0.6931471805599453;
    private static final double SQRT2 = 1.4142135623730951;
    private static final double LARGE = 0x1p28; // beyond it x² + 1 is x²

    private Logarithmic() {}

    /// The exponent is split off, so that powers of two are exact.
    static double log2(double x) {
        if (!(x > 0 && x < Double.POSITIVE_INFINITY)) {
            return StrictMath.log(x);
        }
        int exponent = Math.getExponent(x);
        if (exponent < Double.MIN_EXPONENT) {
            return log2(x * 0x1p54) - 54;
        }
        double mantissa = Math.scalb(x, -exponent);
        if (mantissa > SQRT2) {
            mantissa /= 2;
            exponent++;
        }
        return exponent + StrictMath.log(mantissa) / LN2;
    }

    /// `log(x + √(x² + 1))`, by log1p so that small arguments keep their digits.
    static double asinh(double x) {
        double a = Math.abs(x);
        double y = a > LARGE ? StrictMath.log(a) + LN2 : Log1p.of(a + a * a / (1 + Math.sqrt(a * a + 1)));
        return Math.copySign(y, x);
    }

    /// `log(x + √(x² − 1))`, by log1p of the distance from 1.
    static double acosh(double x) {
        if (x > LARGE) {
            return StrictMath.log(x) + LN2;
        }
        double t = x - 1;
        return Log1p.of(t + Math.sqrt(2 * t + t * t));
    }

    /// `½·log((1 + x)/(1 − x))`, by log1p.
    static double atanh(double x) {
        double a = Math.abs(x);
        return Math.copySign(0.5 * Log1p.of(2 * a / (1 - a)), x);
    }

    /// log Σ e^x over two or more numbers, the largest split off.
    static double logSumExp(double[] numbers) {
        int largest = 0;
        for (int i = 1; i < numbers.length; i++) {
            largest = numbers[i] > numbers[largest] || Double.isNaN(numbers[i]) ? i : largest;
        }
        double top = numbers[largest];
        if (Double.isInfinite(top) || Double.isNaN(top)) {
            return top;
        }
        double others = 0;
        for (int i = 0; i < numbers.length; i++) {
            others += i == largest ? 0 : Exponential.exp(numbers[i] - top);
        }
        return top + Log1p.of(others);
    }

    /// √Σx², scaled by a power of two so that no square overflows or vanishes.
    static double hypotenuse(double[] numbers) {
        if (numbers.length == 2) {
            return StrictMath.hypot(numbers[0], numbers[1]);
        }
        double largest = 0;
        boolean undefined = false;
        for (double number : numbers) {
            if (Double.isInfinite(number)) {
                return Double.POSITIVE_INFINITY;
            }
            undefined |= Double.isNaN(number);
            largest = Math.max(largest, Math.abs(number));
        }
        if (undefined || largest == 0) {
            return undefined ? Double.NaN : 0;
        }
        int exponent = Math.max(Math.getExponent(largest), Double.MIN_EXPONENT);
        double sum = 0;
        for (double number : numbers) {
            double scaled = Math.scalb(number, -exponent);
            sum = Math.fma(scaled, scaled, sum);
        }
        return Math.scalb(Math.sqrt(sum), exponent);
    }
}
