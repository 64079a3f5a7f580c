package io.chainrule.engine.expression;

import io.chainrule.engine.graph.Binary;
import io.chainrule.engine.graph.Function;
import io.chainrule.engine.graph.Several;
import io.chainrule.engine.graph.Unary;
import java.util.List;

/// Where a function has a finite value, and what to say where it has none.
public enum Domain {
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

    public static Domain of(Function function) {
        return switch (function) {
            case Unary unary ->
                switch (unary) {
                    case LOG, LOG2, LOG10 -> POSITIVE;
                    case SQRT -> NOT_NEGATIVE;
                    case LOG1P -> ABOVE_MINUS_ONE;
                    case ASIN, ACOS -> UP_TO_ONE;
                    case ATANH -> BELOW_ONE;
                    case ACOSH -> FROM_ONE;
                    case RECIPROCAL -> NOT_ZERO;
                    case NEG, EXP, EXPM1, CBRT, ABS, SIGN, FLOOR, CEIL, ROUND, SQUARE, SIN, COS, TAN, ATAN ->
                        EVERYWHERE;
                    case SINH, COSH, TANH, ASINH, SIGMOID, SOFTPLUS, RELU, LEAKY_RELU, ELU, SELU -> EVERYWHERE;
                    case GELU, SILU, MISH, ERF, ERFC, BELL, NORMAL_DENSITY, NORMAL_CUMULATIVE -> EVERYWHERE;
                };
            case Binary binary ->
                switch (binary) {
                    case DIV -> DIVISOR;
                    case POW -> POWER;
                    case ADD, SUB, MUL, ATAN2, LEAKY_RELU, LT, LE, GT, GE, EQ, NE, GATE -> EVERYWHERE;
                };
            case Several several ->
                switch (several) {
                    case MAX, MIN, HYPOT, LOGSUMEXP, WHERE, CLIP -> EVERYWHERE;
                };
        };
    }

    /// What the function needs, for people.
    public String describe() {
        return this == EVERYWHERE ? "every number" : needs;
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
