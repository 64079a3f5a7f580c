package io.chainrule.service.drawing;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/// Numbers rounded for reading: to some significant digits, but never so that an integer part loses any.
public final class ShortNumber {

    private static final int LEAST_EXPONENT = -4;
    private static final int MOST_EXPONENT = 6;

    private ShortNumber() {}

    /// In plain characters, as programs read it.
    public static String of(double value, int digits) {
        if (Double.isNaN(value)) {
            return "NaN";
        }
        if (Double.isInfinite(value)) {
            return value > 0 ? "Infinity" : "-Infinity";
        }
        if (value == 0) {
            return "0";
        }
        var exact = new BigDecimal(value);
        int exponent = exponent(rounded(exact, digits));
        return exponent < LEAST_EXPONENT || exponent >= MOST_EXPONENT
                ? scientific(rounded(exact, digits), exponent)
                : plain(rounded(exact, Math.max(digits, exponent + 1)));
    }

    /// As it is typeset in pictures: with a minus as long as a plus, and a sign for infinity.
    public static String typeset(double value, int digits) {
        return of(value, digits).replace("Infinity", "∞").replace('-', '−');
    }

    private static BigDecimal rounded(BigDecimal value, int digits) {
        return value.round(new MathContext(digits, RoundingMode.HALF_EVEN));
    }

    /// The power of ten of the first digit.
    private static int exponent(BigDecimal value) {
        return value.precision() - value.scale() - 1;
    }

    private static String plain(BigDecimal value) {
        return value.stripTrailingZeros().toPlainString();
    }

    private static String scientific(BigDecimal value, int exponent) {
        return plain(value.movePointLeft(exponent)) + "e" + exponent;
    }
}
