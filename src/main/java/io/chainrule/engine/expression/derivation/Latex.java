package io.chainrule.engine.expression.derivation;

import io.chainrule.engine.expression.Expression;
import io.chainrule.engine.expression.MathConstant;
import io.chainrule.engine.expression.Numeral;
import io.chainrule.engine.expression.Operator;
import io.chainrule.engine.graph.Binary;
import io.chainrule.engine.graph.Function;
import io.chainrule.engine.graph.Several;
import io.chainrule.engine.graph.Unary;
import java.util.List;
import java.util.stream.Collectors;

/// Writes an expression in LaTeX, for its mathematical mode.
final class Latex {

    private Latex() {}

    /// How tightly the outermost part holds together.
    private enum Level {
        COMPARISON,
        SUM,
        SIGN,
        PRODUCT,
        POWER,
        ATOM
    }

    /// @param head of a function whose power is written after its name: `\sin`; else empty
    /// @param condition the same where it stands as a condition
    private record Piece(String text, Level level, String head, String condition) {

        Piece(String text, Level level) {
            this(text, level, "");
        }

        Piece(String text, Level level, String head) {
            this(text, level, head, level == Level.COMPARISON ? text : "");
        }

        String at(Level least) {
            if (level == Level.COMPARISON && least != Level.COMPARISON) {
                return "\\left[" + text + "\\right]"; // 1 where it holds, else 0
            }
            return level.compareTo(least) < 0 ? parenthesised(text) : text;
        }
    }

    static String of(Expression expression) {
        return expression.fold(Latex::piece).text();
    }

    private static Piece piece(Expression expression, List<Piece> operands) {
        return switch (expression) {
            case Expression.Literal literal -> number(literal.value());
            case Expression.Constant constant -> new Piece(constant(constant.constant()), Level.ATOM);
            case Expression.Variable variable -> new Piece(LatexNames.of(variable.name()), Level.ATOM);
            case Expression.Negation _ -> new Piece("-" + operands.getFirst().at(Level.PRODUCT), Level.SIGN);
            case Expression.Operation operation ->
                operation(operation.operator(), operands.getFirst(), operands.getLast());
            case Expression.Call call -> call(call.function(), operands);
        };
    }

    private static Piece number(double value) {
        var digits = Numeral.print(value);
        int exponent = digits.indexOf('e');
        return exponent < 0
                ? new Piece(digits, Level.ATOM)
                : new Piece(
                        "%s \\cdot 10^{%s}".formatted(digits.substring(0, exponent), digits.substring(exponent + 1)),
                        Level.PRODUCT);
    }

    private static String constant(MathConstant constant) {
        return switch (constant) {
            case PI -> "\\pi";
            case E -> "e";
            case TAU -> "\\tau";
        };
    }

    private static Piece operation(Operator operator, Piece left, Piece right) {
        return switch (operator) {
            case LESS -> comparison(left, "<", right);
            case LESS_OR_EQUAL -> comparison(left, "\\le", right);
            case GREATER -> comparison(left, ">", right);
            case GREATER_OR_EQUAL -> comparison(left, "\\ge", right);
            case EQUAL -> comparison(left, "=", right);
            case NOT_EQUAL -> comparison(left, "\\ne", right);
            case ADD -> new Piece(left.at(Level.SUM) + " + " + right.at(Level.PRODUCT), Level.SUM);
            case SUBTRACT -> new Piece(left.at(Level.SUM) + " - " + right.at(Level.PRODUCT), Level.SUM);
            case MULTIPLY -> product(left, right);
            case DIVIDE -> fraction(left, right.at(Level.SUM));
            case POWER -> power(left, right.at(Level.SUM));
        };
    }

    private static Piece comparison(Piece left, String sign, Piece right) {
        return new Piece("%s %s %s".formatted(left.at(Level.SUM), sign, right.at(Level.SUM)), Level.COMPARISON);
    }

    /// A sign stands before the fraction bar.
    private static Piece fraction(Piece above, String below) {
        boolean hasSign = above.level() == Level.SIGN;
        var text = hasSign ? above.text().substring(1) : above.at(Level.SUM);
        return new Piece(
                "%s\\frac{%s}{%s}".formatted(hasSign ? "-" : "", text, below), hasSign ? Level.SIGN : Level.PRODUCT);
    }

    /// A sign before the first factor stays there.
    private static Piece product(Piece left, Piece right) {
        boolean hasSign = left.level() == Level.SIGN;
        var first = left.at(Level.SIGN);
        var second = right.at(Level.PRODUCT);
        boolean isPlain = Character.isDigit(first.charAt(first.length() - 1))
                && !Character.isDigit(second.charAt(0))
                && !second.startsWith("\\left[")
                && !first.contains("^")
                && !second.startsWith("\\frac");
        return new Piece(
                first + (isPlain ? " " : " \\cdot ") + second,
                hasSign ? Level.SIGN : Level.PRODUCT,
                "",
                left.condition().isEmpty() || right.condition().isEmpty()
                        ? ""
                        : left.condition() + " \\text{ and } " + right.condition());
    }

    private static Piece power(Piece base, String exponent) {
        boolean isNumber = exponent.chars().allMatch(Character::isDigit);
        if (!base.head().isEmpty() && isNumber) {
            return new Piece(
                    base.head() + "^{" + exponent + "}"
                            + base.text().substring(base.head().length()),
                    Level.POWER);
        }
        var written = base.head().isEmpty() ? base.at(Level.ATOM) : parenthesised(base.text());
        return new Piece(written + "^{" + exponent + "}", Level.POWER);
    }

    private static Piece call(Function function, List<Piece> operands) {
        var x = operands.getFirst();
        return switch (function) {
            case Unary unary ->
                switch (unary) {
                    case EXP -> new Piece("e^{%s}".formatted(x.at(Level.SUM)), Level.POWER);
                    case SQRT -> new Piece("\\sqrt{%s}".formatted(x.at(Level.SUM)), Level.POWER);
                    case CBRT -> new Piece("\\sqrt[3]{%s}".formatted(x.at(Level.SUM)), Level.POWER);
                    case ABS -> new Piece("\\left|%s\\right|".formatted(x.at(Level.SUM)), Level.ATOM);
                    case FLOOR -> new Piece("\\lfloor %s \\rfloor".formatted(x.at(Level.SUM)), Level.ATOM);
                    case CEIL -> new Piece("\\lceil %s \\rceil".formatted(x.at(Level.SUM)), Level.ATOM);
                    case SQUARE -> power(x, "2");
                    case RECIPROCAL -> operation(Operator.DIVIDE, new Piece("1", Level.ATOM), x);
                    case LOG -> named("\\ln", operands);
                    case LOG2 -> named("\\log_{2}", operands);
                    case LOG10 -> named("\\log_{10}", operands);
                    case SIN, COS, TAN, SINH, COSH, TANH -> named("\\" + unary.key(), operands);
                    case ASIN -> named("\\arcsin", operands);
                    case ACOS -> named("\\arccos", operands);
                    case ATAN -> named("\\arctan", operands);
                    case SIGMOID -> named("\\sigma", operands);
                    default -> named(operator(unary), operands);
                };
            case Binary _ -> named(operator(function), operands);
            case Several several ->
                switch (several) {
                    case MAX -> named("\\max", operands);
                    case MIN -> named("\\min", operands);
                    case WHERE -> cases(operands);
                    case HYPOT, LOGSUMEXP, CLIP -> named(operator(function), operands);
                };
        };
    }

    private static String operator(Function function) {
        return "\\operatorname{" + function.key().replace("_", "\\_") + "}";
    }

    private static Piece named(String head, List<Piece> operands) {
        var arguments = operands.stream().map(operand -> operand.at(Level.SUM)).collect(Collectors.joining(", "));
        return new Piece(head + parenthesised(arguments), Level.ATOM, head);
    }

    private static Piece cases(List<Piece> operands) {
        var condition = operands.getFirst();
        return new Piece(
                "\\begin{cases} %s & \\text{if } %s \\\\ %s & \\text{otherwise} \\end{cases}"
                        .formatted(
                                operands.get(1).at(Level.SUM),
                                condition.condition().isEmpty()
                                        ? condition.at(Level.SUM) + " \\ne 0"
                                        : condition.condition(),
                                operands.get(2).at(Level.SUM)),
                Level.PRODUCT);
    }

    private static String parenthesised(String text) {
        return "\\left(" + text + "\\right)";
    }
}
