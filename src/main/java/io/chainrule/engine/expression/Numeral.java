package io.chainrule.engine.expression;

import java.math.BigDecimal;
import java.math.MathContext;

/// Numbers as text: the shortest digits that read back as the same double.
public final class Numeral {

    private Numeral() {}

    /// Plain between 1e-5 and 1e17, with an exponent beyond.
    public static String print(double value) {
        if (!Double.isFinite(value)) {
            return Double.toString(value);
        }
        if (value == 0) {
            return 1 / value < 0 ? "-0" : "0";
        }
        var shortest = new BigDecimal(Double.toString(value)).stripTrailingZeros();
        int exponent = shortest.precision() - shortest.scale() - 1;
        return exponent >= -5 && exponent < 17 ? shortest.toPlainString() : scientific(shortest, exponent);
    }

    /// Twelve digits at most, for people.
    public static String rounded(double value) {
        return Double.isFinite(value)
                ? print(new BigDecimal(value).round(new MathContext(12)).doubleValue() + 0.0)
                : print(value);
    }

    private static String scientific(BigDecimal value, int exponent) {
        return value.movePointLeft(exponent).stripTrailingZeros().toPlainString() + "e" + exponent;
    }
}
