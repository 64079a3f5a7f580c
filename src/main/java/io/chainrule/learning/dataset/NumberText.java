package io.chainrule.learning.dataset;

import java.util.Optional;
import java.util.regex.Pattern;

/// How a number is written in data: `Double.parseDouble` alone would also take `1d`, `0x1p3`, ` 7 ` and make infinity
/// of `1e400`.
public enum NumberText {
    NUMBER(""),
    BLANKS("has blanks around the number: remove them"),
    COMMA("has a comma: write decimals with a point, and thousands without separator"),
    TOO_LARGE("is larger than any double number"),
    INFINITE("is infinite, and nothing can be learned from that: leave it empty if it is unknown"),
    NONE("is no number, although most values of this column are: correct it, or leave it empty if it is unknown");

    private static final Pattern WITH_COMMA = Pattern.compile("[+-]?[0-9][0-9.]*,[0-9.,]*([eE][+-]?[0-9]+)?");
    private static final Pattern INFINITY = Pattern.compile("(?i)[+-]?inf(inity)?");

    private final String reason;

    NumberText(String reason) {
        this.reason = reason;
    }

    /// Why this is not accepted as a number.
    String reason() {
        return reason;
    }

    /// The number that a text stands for.
    public static Optional<Double> parse(String text) {
        return form(text) == NUMBER ? Optional.of(Double.valueOf(text)) : Optional.empty();
    }

    static NumberText form(String text) {
        if (isNumber(text)) {
            return Double.isInfinite(Double.parseDouble(text)) ? TOO_LARGE : NUMBER;
        }
        if (isNumber(text.strip())) {
            return BLANKS;
        }
        if (WITH_COMMA.matcher(text).matches()) {
            return COMMA;
        }
        return INFINITY.matcher(text).matches() ? INFINITE : NONE;
    }

    /// The shortest text of a number, whole ones without a fraction.
    static String of(double value) {
        return value == Math.rint(value) && Math.abs(value) < 0x1p53
                ? Long.toString((long) value)
                : Double.toString(value);
    }

    /// An optional sign, digits with an optional point among or around them, an optional exponent.
    static boolean isNumber(String text) {
        int at = sign(text, 0);
        int whole = digits(text, at);
        int end = whole;
        if (end < text.length() && text.charAt(end) == '.') {
            end = digits(text, end + 1);
        }
        if (end - at == 0 || (end - at == 1 && whole == at)) {
            return false;
        }
        if (end < text.length() && (text.charAt(end) == 'e' || text.charAt(end) == 'E')) {
            int exponent = sign(text, end + 1);
            end = digits(text, exponent);
            return end > exponent && end == text.length();
        }
        return end == text.length();
    }

    private static int sign(String text, int at) {
        return at < text.length() && (text.charAt(at) == '-' || text.charAt(at) == '+') ? at + 1 : at;
    }

    private static int digits(String text, int from) {
        int at = from;
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
        return at;
    }
}
