package io.chainrule.learning.specification;

import java.util.Locale;

/// How names and numbers are written for people and on the wire.
public final class Wording {

    private Wording() {}

    /// `SMALL_NORMAL` and `SmallNormal` both become `small-normal`.
    public static String kebabCase(String javaName) {
        return javaName.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-")
                .replace('_', '-')
                .toLowerCase(Locale.ROOT);
    }

    /// Whole numbers without a fraction, others in shortest form.
    public static String number(Number value) {
        if (value instanceof Double || value instanceof Float) {
            var number = value.doubleValue();
            return number == Math.rint(number) && Math.abs(number) < 1e16
                    ? Long.toString((long) number)
                    : Double.toString(number).replace('E', 'e');
        }
        return value.toString();
    }
}
