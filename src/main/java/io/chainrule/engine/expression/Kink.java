package io.chainrule.engine.expression;

import io.chainrule.engine.graph.Binary;
import io.chainrule.engine.graph.Function;
import io.chainrule.engine.graph.Several;
import io.chainrule.engine.graph.Unary;
import java.util.Collections;
import java.util.List;

/// Where the slope of a function jumps, or the function itself.
public enum Kink {
    NOWHERE("nowhere"),
    AT_ZERO("a kink at 0"),
    JUMP_AT_ZERO("a jump at 0"),
    AT_WHOLE_NUMBERS("jumps at whole numbers"),
    HALFWAY("jumps halfway between whole numbers"),
    AMONG_LARGEST("a kink where the largest operands are equal"),
    AMONG_SMALLEST("a kink where the smallest operands are equal"),
    AT_BOUNDS("kinks at both bounds"),
    AT_EQUALITY("a jump where both operands are equal"),
    AT_ORIGIN("a kink where all operands are 0"),
    BRANCH_CUT("a jump where the first operand is 0 and the second negative");

    private final String description;

    Kink(String description) {
        this.description = description;
    }

    public static Kink of(Function function) {
        return switch (function) {
            case Unary unary ->
                switch (unary) {
                    case ABS, RELU, LEAKY_RELU, SELU -> AT_ZERO;
                    case SIGN -> JUMP_AT_ZERO;
                    case FLOOR, CEIL -> AT_WHOLE_NUMBERS;
                    case ROUND -> HALFWAY;
                    case NEG, EXP, EXPM1, LOG, LOG1P, LOG2, LOG10, SQRT, CBRT, SQUARE, RECIPROCAL -> NOWHERE;
                    case SIN, COS, TAN, ASIN, ACOS, ATAN, SINH, COSH, TANH, ASINH, ACOSH, ATANH -> NOWHERE;
                    case SIGMOID, SOFTPLUS, ELU, GELU, SILU, MISH, ERF, ERFC -> NOWHERE;
                    case BELL, NORMAL_DENSITY, NORMAL_CUMULATIVE -> NOWHERE;
                };
            case Binary binary ->
                switch (binary) {
                    case LEAKY_RELU -> AT_ZERO;
                    case LT, LE, GT, GE, EQ, NE -> AT_EQUALITY;
                    case ATAN2 -> BRANCH_CUT;
                    case ADD, SUB, MUL, DIV, POW, GATE -> NOWHERE;
                };
            case Several several ->
                switch (several) {
                    case MAX -> AMONG_LARGEST;
                    case MIN -> AMONG_SMALLEST;
                    case CLIP -> AT_BOUNDS;
                    case HYPOT -> AT_ORIGIN;
                    case LOGSUMEXP, WHERE -> NOWHERE;
                };
        };
    }

    /// For people.
    public String describe() {
        return description;
    }

    /// Whether these operands are at a kink, or within a relative distance of one.
    public boolean isAt(List<Double> operands, double distance) {
        double first = operands.getFirst();
        double last = operands.getLast();
        return switch (this) {
            case NOWHERE -> false;
            case AT_ZERO, JUMP_AT_ZERO -> isNear(first, 0, distance);
            case AT_WHOLE_NUMBERS -> isNear(first, Math.rint(first), distance);
            case HALFWAY -> isNear(first, Math.floor(first) + 0.5, distance);
            case AMONG_LARGEST -> isAmong(Collections.max(operands), operands, distance);
            case AMONG_SMALLEST -> isAmong(Collections.min(operands), operands, distance);
            case AT_BOUNDS -> isNear(first, operands.get(1), distance) || isNear(first, last, distance);
            case AT_EQUALITY -> isNear(first, last, distance);
            case AT_ORIGIN -> operands.stream().allMatch(operand -> isNear(operand, 0, distance));
            case BRANCH_CUT -> isNear(first, 0, distance) && last < 0;
        };
    }

    private static boolean isAmong(double extreme, List<Double> operands, double distance) {
        return operands.stream()
                        .filter(operand -> isNear(operand, extreme, distance))
                        .count()
                > 1;
    }

    private static boolean isNear(double a, double b, double distance) {
        return Math.abs(a - b) <= distance * Math.max(1, Math.abs(b)) && Double.isFinite(a);
    }
}
