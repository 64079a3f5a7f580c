package io.chainrule.engine.expression;

import java.util.List;

/// Where a function has a finite value, and what to say where it has none.
enum Domain {
    POSITIVE("a positive operand"),
    NOT_NEGATIVE("an operand of at least 0"),
    ABOVE_MINUS_ONE("an operand above -1"),
    UP_TO_ONE("an operand from -1 to 1"),
    BELOW_ONE("an operand between -1 and 1"),
    FROM_ONE("an operand of at least 1"),
    NOT_ZERO("an operand other than 0"),
    DIVISOR("a divisor other than 0"),
    POWER("a positive base, or a whole exponent and no division by 0"),
    EVERYWHERE("smaller operands: the result is beyond the largest double");

    private final String needs;

    Domain(String needs) {
        this.needs = needs;
    }

    static Domain of(String op) {
        return switch (op) {
            case "log", "log2", "log10" -> POSITIVE;
            case "sqrt" -> NOT_NEGATIVE;
            case "log1p" -> ABOVE_MINUS_ONE;
            case "asin", "acos" -> UP_TO_ONE;
            case "atanh" -> BELOW_ONE;
            case "acosh" -> FROM_ONE;
            case "reciprocal" -> NOT_ZERO;
            case "div" -> DIVISOR;
            case "pow" -> POWER;
            default -> EVERYWHERE;
        };
    }

    String needs() {
        return needs;
    }

    boolean contains(List<Double> operands) {
        double first = operands.getFirst();
        double last = operands.getLast();
        return switch (this) {
            case POSITIVE -> first > 0;
            case NOT_NEGATIVE -> first >= 0;
            case ABOVE_MINUS_ONE -> first > -1;
            case UP_TO_ONE -> Math.abs(first) <= 1;
            case BELOW_ONE -> Math.abs(first) < 1;
            case FROM_ONE -> first >= 1;
            case NOT_ZERO -> first != 0;
            case DIVISOR -> last != 0;
            case POWER -> first > 0 || (last == Math.rint(last) && (first != 0 || last >= 0));
            case EVERYWHERE -> true;
        };
    }
}
