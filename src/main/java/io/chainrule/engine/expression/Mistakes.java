package io.chainrule.engine.expression;

import java.util.List;

/// Says what is wrong where the parser cannot go on, and what was probably meant.
final class Mistakes {

    private Mistakes() {}

    /// A token that does not belong where it stands.
    static ExpressionSyntaxException unexpected(Tokens tokens, List<Token> open, String expected) {
        var previous = tokens.previous();
        var current = tokens.current();
        if (current.opensOperand() && !previous.text().isEmpty()) {
            return implicitMultiplication(tokens);
        }
        if (current.kind() == Token.Kind.END) {
            return incomplete(current, open, expected);
        }
        if (current.is(")") && open.isEmpty()) {
            return at(current, expected, "This parenthesis was never opened", "Remove it, or open one before");
        }
        if (current.is(",") && isOperandEnd(previous)) {
            return at(
                    current,
                    expected,
                    "A comma stands only between the arguments of a function",
                    "Write decimals with a point");
        }
        return at(
                current,
                expected,
                "Expected %s but met %s".formatted(expected, current.text()),
                isOperandEnd(previous)
                        ? "Remove " + current.text()
                        : "Put a number, a name or a parenthesis before " + current.text());
    }

    private static ExpressionSyntaxException incomplete(Token end, List<Token> open, String expected) {
        if (!open.isEmpty()) {
            return at(
                    end,
                    expected,
                    "The parenthesis opened at %d is not closed"
                            .formatted(open.getLast().start()),
                    "Add )");
        }
        return end.start() == 0
                ? at(end, expected, "The text is empty", "Write an expression such as sin(x*y) + x^2")
                : at(end, expected, "The text ends where %s should follow".formatted(expected), "Complete it");
    }

    /// `2x`, `(a)(b)`, `x 3`.
    private static ExpressionSyntaxException implicitMultiplication(Tokens tokens) {
        var left = tokens.written(tokens.previous());
        var right = tokens.written(tokens.current());
        return at(
                tokens.current(),
                "an operator",
                "An operator is missing before " + right,
                "Multiplication is always written: %s*%s".formatted(left.equals(")") ? "(…)" : left, opened(right)));
    }

    /// `sin x`, `log10 2`, `sin^2(x)` or the bare name.
    static ExpressionSyntaxException functionWithoutParentheses(Token name, Tokens tokens) {
        var current = tokens.current();
        var argument = switch (current.kind()) {
            case NUMBER, NAME, QUOTED_NAME -> tokens.written(current);
            case SYMBOL, END -> "…";
        };
        return at(
                current,
                "(",
                "%s is a function and needs its arguments in parentheses".formatted(name.text()),
                current.is("^")
                        ? "Write %s(…)^2 for the square of %s(…)".formatted(name.text(), name.text())
                        : "Write %s(%s), or `%s` in backticks for a variable of that name"
                                .formatted(name.text(), argument, name.text()));
    }

    static ExpressionSyntaxException wrongCount(Token name, String takes, int given) {
        return at(
                name,
                takes,
                "%s takes %s but got %d".formatted(name.text(), takes, given),
                "Give %s %s".formatted(name.text(), takes));
    }

    static ExpressionSyntaxException chainedComparison(Token second) {
        return at(
                second, "the end of the comparison", "Comparisons do not chain", "Write (a < b)*(b < c) for a < b < c");
    }

    static ExpressionSyntaxException numberTooLarge(Token number) {
        return at(
                number,
                "a number up to " + Numeral.print(Double.MAX_VALUE),
                "%s is larger than any double".formatted(number.text()),
                "Use a smaller number");
    }

    private static boolean isOperandEnd(Token token) {
        return switch (token.kind()) {
            case NUMBER, NAME, QUOTED_NAME -> true;
            case SYMBOL -> token.is(")");
            case END -> false;
        };
    }

    private static String opened(String right) {
        return right.equals("(") ? "(…)" : right;
    }

    private static ExpressionSyntaxException at(Token token, String expected, String message, String hint) {
        return ExpressionSyntaxException.inText(token.start(), expected, message, hint);
    }
}
