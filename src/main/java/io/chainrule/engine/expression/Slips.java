package io.chainrule.engine.expression;

import static java.util.stream.Collectors.toUnmodifiableMap;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Signs of other notations, and what to write here instead.
final class Slips {

    private static final Map<String, String> INSTEAD = Stream.of(
                    signs("^", "**", "↑"),
                    signs("*", "×", "·", "⋅", "∙", "•", "∗", "✕"),
                    signs("/", "÷", "∕", "⁄", "//", ":"),
                    signs("-", "−", "–", "—", "‐", "‑"),
                    signs("<=", "≤", "⩽", "=<"),
                    signs(">=", "≥", "⩾", "=>"),
                    signs("!=", "≠", "<>", "!==", "~="),
                    signs("==", "=", "==="),
                    signs("pi", "π"),
                    signs("tau", "τ"),
                    signs("sqrt(…)", "√"),
                    signs("cbrt(…)", "∛"),
                    signs("abs(…)", "|"),
                    signs("^0", "⁰"),
                    signs("^1", "¹"),
                    signs("^2", "²"),
                    signs("^3", "³"),
                    signs("^4", "⁴"),
                    signs("^5", "⁵"),
                    signs("^6", "⁶"),
                    signs("^7", "⁷"),
                    signs("^8", "⁸"),
                    signs("^9", "⁹"),
                    signs("^-…", "⁻"),
                    signs("(", "[", "{"),
                    signs(")", "]", "}"),
                    signs("a*b for comparisons a and b", "&&", "&"),
                    signs("max(a, b) for comparisons a and b", "||"),
                    signs("1 - a for a comparison a", "!"),
                    signs("a - b*floor(a/b)", "%"),
                    signs("a name in backticks", "\"", "'", "“", "”", "´", "’"),
                    signs("a value for a variable", "∞"))
            .flatMap(written -> written.entrySet().stream())
            .collect(toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

    private static final String OPERATORS = "+-*/^<>=!";

    private static final int LONGEST =
            INSTEAD.keySet().stream().mapToInt(String::length).max().orElseThrow();

    private Slips() {}

    private static Map<String, String> signs(String instead, String... written) {
        return Stream.of(written).collect(toUnmodifiableMap(sign -> sign, _ -> instead));
    }

    /// The longest foreign sign that stands at this place.
    static Optional<String> at(String text, int position) {
        for (int end = Math.min(position + LONGEST, text.length()); end > position; end--) {
            var sign = text.substring(position, end);
            if (INSTEAD.containsKey(sign)) {
                return Optional.of(sign);
            }
        }
        return Optional.empty();
    }

    static ExpressionSyntaxException foreign(String sign, String text, int position) {
        var instead = INSTEAD.getOrDefault(sign, "");
        var before = wordBefore(text, position);
        var after = wordAt(text, position + sign.length());
        boolean isShown = !before.isEmpty() && OPERATORS.contains(instead.substring(0, 1));
        return ExpressionSyntaxException.inText(
                position,
                instead,
                "%s is not a sign of this notation".formatted(sign),
                "Write " + instead + (isShown ? ": " + before + instead + after : ""));
    }

    /// What is neither a sign of ours nor a foreign one.
    static ExpressionSyntaxException unreadable(String text, int position) {
        var character = Character.toString(text.codePointAt(position));
        var expected = "a number, a name, an operator or a parenthesis";
        if (character.equals(".")) {
            return ExpressionSyntaxException.inText(
                    position, "a digit", "A number begins with a digit and has one decimal point", "Write 0.5 for .5");
        }
        if (Character.isLetter(text.codePointAt(position))) {
            return ExpressionSyntaxException.inText(
                    position,
                    expected,
                    "%s is not a letter that plain names may have".formatted(character),
                    "Put the name in backticks: `%s`".formatted(wordAt(text, position)));
        }
        return ExpressionSyntaxException.inText(
                position,
                expected,
                "%s cannot be read here".formatted(described(character)),
                "Remove it, or put the name it belongs to in backticks");
    }

    private static String wordBefore(String text, int position) {
        int start = position;
        while (start > 0 && Character.isUnicodeIdentifierPart(text.charAt(start - 1))) {
            start--;
        }
        return text.substring(start, position);
    }

    private static String wordAt(String text, int position) {
        int end = position;
        while (end < text.length() && Character.isUnicodeIdentifierPart(text.codePointAt(end))) {
            end += Character.charCount(text.codePointAt(end));
        }
        return text.substring(position, end);
    }

    private static String described(String character) {
        int codePoint = character.codePointAt(0);
        return Character.isISOControl(codePoint) || Character.getType(codePoint) == Character.SURROGATE
                ? "The character U+%04X".formatted(codePoint)
                : character;
    }
}
