package io.chainrule.engine.expression.derivation;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Optional;

/// An exact fraction in lowest terms; the denominator is positive. A number that somebody wrote is the decimal it
/// looks like.
record Ratio(BigInteger numerator, BigInteger denominator) {

    static final Ratio ZERO = of(0);
    static final Ratio ONE = of(1);
    static final Ratio MINUS_ONE = of(-1);

    private static final int LARGEST_BITS = 4096;
    private static final int DIGITS = 17;
    private static final int LARGEST_EXPONENT = 64;

    Ratio {
        var divisor = numerator.gcd(denominator);
        if (denominator.signum() < 0) {
            divisor = divisor.negate();
        }
        numerator = numerator.divide(divisor);
        denominator = denominator.divide(divisor);
        if (numerator.bitLength() > LARGEST_BITS || denominator.bitLength() > LARGEST_BITS) {
            throw new FormulaTooLargeException("A constant is too large to be written");
        }
    }

    static Ratio of(long number) {
        return new Ratio(BigInteger.valueOf(number), BigInteger.ONE);
    }

    /// The shortest decimal that reads as this finite number.
    static Ratio of(double number) {
        var decimal = new BigDecimal(Double.toString(number));
        return decimal.scale() > 0
                ? new Ratio(decimal.unscaledValue(), BigInteger.TEN.pow(decimal.scale()))
                : new Ratio(decimal.toBigIntegerExact(), BigInteger.ONE);
    }

    Ratio plus(Ratio other) {
        return new Ratio(
                numerator.multiply(other.denominator).add(other.numerator.multiply(denominator)),
                denominator.multiply(other.denominator));
    }

    Ratio times(Ratio other) {
        return new Ratio(numerator.multiply(other.numerator), denominator.multiply(other.denominator));
    }

    private Ratio inverse() {
        var above = denominator;
        return new Ratio(above, numerator);
    }

    Ratio negate() {
        return new Ratio(numerator.negate(), denominator);
    }

    Ratio abs() {
        return new Ratio(numerator.abs(), denominator);
    }

    /// The power, if the exponent is a small whole number and the result a fraction.
    Optional<Ratio> power(Ratio exponent) {
        if (!exponent.isWhole() || exponent.numerator.abs().bitLength() > 31) {
            return Optional.empty();
        }
        int times = exponent.numerator.intValueExact();
        if (Math.abs(times) > LARGEST_EXPONENT || (times < 0 && isZero())) {
            return Optional.empty();
        }
        var power = new Ratio(numerator.pow(Math.abs(times)), denominator.pow(Math.abs(times)));
        return Optional.of(times < 0 ? power.inverse() : power);
    }

    boolean isZero() {
        return numerator.signum() == 0;
    }

    boolean isOne() {
        return equals(ONE);
    }

    boolean isWhole() {
        return denominator.equals(BigInteger.ONE);
    }

    int signum() {
        return numerator.signum();
    }

    double value() {
        return new BigDecimal(numerator)
                .divide(new BigDecimal(denominator), new MathContext(40, RoundingMode.HALF_EVEN))
                .doubleValue();
    }

    /// Whether a decimal of few digits is exactly this.
    boolean isDecimal() {
        try {
            return new BigDecimal(numerator).divide(new BigDecimal(denominator)).precision() <= DIGITS;
        } catch (ArithmeticException _) {
            return false; // its decimals do not end
        }
    }
}
