package io.chainrule.engine.expression.derivation;

import io.chainrule.engine.graph.Binary;
import io.chainrule.engine.graph.Function;
import io.chainrule.engine.graph.Several;
import io.chainrule.engine.graph.Unary;

/// What a function is: the names of its operands, a formula with them, and a line of help.
record Meaning(String operands, String formula, String help) {

    static Meaning of(Function function) {
        return switch (function) {
            case Unary unary -> ofOne(unary);
            case Binary binary -> ofTwo(binary);
            case Several several -> ofSeveral(several);
        };
    }

    private static Meaning one(String formula, String help) {
        return new Meaning("x", formula, help);
    }

    private static Meaning two(String formula, String help) {
        return new Meaning("a, b", formula, help);
    }

    private static Meaning ofOne(Unary function) {
        return switch (function) {
            case NEG -> one("-x", "The opposite");
            case EXP -> one("e^x", "The exponential");
            case EXPM1 -> one("e^x - 1", "The exponential minus 1, accurate for tiny operands");
            case LOG -> one("the y with e^y == x", "The natural logarithm; ln is the same");
            case LOG1P -> one("log(1 + x)", "The logarithm of 1 + x, accurate for tiny operands");
            case LOG2 -> one("log(x)/log(2)", "The logarithm to base 2");
            case LOG10 -> one("log(x)/log(10)", "The logarithm to base 10");
            case SQRT -> one("x^0.5", "The square root");
            case CBRT -> one("the y with y^3 == x", "The cube root, of negative operands too");
            case ABS -> one("where(x < 0, -x, x)", "The distance from 0");
            case SIGN -> one("(x > 0) - (x < 0)", "1, 0 or -1, as the operand is positive, 0 or negative");
            case FLOOR -> one("the largest whole number up to x", "Rounded down");
            case CEIL -> one("the smallest whole number from x on", "Rounded up");
            case ROUND -> one("the whole number nearest to x", "Rounded to the nearest whole number, halves to even");
            case SQUARE -> one("x^2", "The operand times itself");
            case RECIPROCAL -> one("1/x", "1 over the operand");
            case SIN -> one("x - x^3/6 + x^5/120 - …", "The sine, of an angle in radians");
            case COS -> one("1 - x^2/2 + x^4/24 - …", "The cosine, of an angle in radians");
            case TAN -> one("sin(x)/cos(x)", "The tangent, of an angle in radians");
            case ASIN -> one("the y in -pi/2 to pi/2 with sin(y) == x", "The angle that has this sine");
            case ACOS -> one("the y in 0 to pi with cos(y) == x", "The angle that has this cosine");
            case ATAN -> one("the y in -pi/2 to pi/2 with tan(y) == x", "The angle that has this tangent");
            case SINH -> one("(exp(x) - exp(-x))/2", "The hyperbolic sine");
            case COSH -> one("(exp(x) + exp(-x))/2", "The hyperbolic cosine");
            case TANH -> one("sinh(x)/cosh(x)", "The hyperbolic tangent, from -1 to 1");
            case ASINH -> one("log(x + sqrt(x^2 + 1))", "The inverse of sinh");
            case ACOSH -> one("log(x + sqrt(x^2 - 1))", "The inverse of cosh");
            case ATANH -> one("log((1 + x)/(1 - x))/2", "The inverse of tanh");
            case SIGMOID -> one("1/(1 + exp(-x))", "The logistic function, from 0 to 1");
            case SOFTPLUS -> one("log(1 + exp(x))", "A smooth relu, without overflow");
            case RELU -> one("max(x, 0)", "The rectifier: negative operands become 0");
            case LEAKY_RELU -> one("where(x > 0, x, 0.01*x)", "A relu that keeps a hundredth of negative operands");
            case ELU -> one("where(x > 0, x, exp(x) - 1)", "A relu that bends smoothly to -1");
            case SELU ->
                one(
                        "1.0507009873554805*where(x > 0, x, 1.6732632423543772*(exp(x) - 1))",
                        "A scaled elu that keeps mean 0 and variance 1");
            case GELU -> one("x*(1 + erf(x/sqrt(2)))/2", "The operand times the normal probability of being below it");
            case SILU -> one("x*sigmoid(x)", "The operand times its sigmoid, also called swish");
            case MISH -> one("x*tanh(softplus(x))", "A smooth activation with a small dip below 0");
            case ERF -> one("2/sqrt(pi) times the integral of exp(-t^2) from 0 to x", "The error function");
            case ERFC -> one("1 - erf(x)", "The complement of the error function, accurate for large operands");
            case BELL -> one("exp(-x^2)", "The bell curve");
            case NORMAL_DENSITY -> one("exp(-x^2/2)/sqrt(2*pi)", "The density of the normal distribution");
            case NORMAL_CUMULATIVE -> one("erfc(-x/sqrt(2))/2", "The normal probability of being below the operand");
        };
    }

    private static Meaning ofTwo(Binary function) {
        return switch (function) {
            case ADD -> two("a + b", "The sum");
            case SUB -> two("a - b", "The difference");
            case MUL -> two("a*b", "The product");
            case DIV -> two("a/b", "The quotient");
            case POW ->
                two("a^b", "The base raised to the exponent; binds tighter than a sign and groups to the right");
            case ATAN2 -> new Meaning("y, x", "the angle of the point (x, y)", "The angle from -pi to pi");
            case LEAKY_RELU -> new Meaning("x, a", "where(x > 0, x, a*x)", "A relu with a slope for negative operands");
            case LT -> two("a < b", "1 if the first is smaller, else 0");
            case LE -> two("a <= b", "1 if the first is not larger, else 0");
            case GT -> two("a > b", "1 if the first is larger, else 0");
            case GE -> two("a >= b", "1 if the first is not smaller, else 0");
            case EQ -> two("a == b", "1 if both are equal, else 0");
            case NE -> two("a != b", "1 if they differ, else 0");
            case GATE -> two("where(b > 0, a, 0)", "The first where the second is positive, else 0");
        };
    }

    private static Meaning ofSeveral(Several function) {
        return switch (function) {
            case MAX -> new Meaning("x, y", "where(x > y, x, y)", "The largest operand");
            case MIN -> new Meaning("x, y", "where(x < y, x, y)", "The smallest operand");
            case HYPOT -> new Meaning("x, y", "sqrt(x^2 + y^2)", "The root of the sum of squares, without overflow");
            case LOGSUMEXP ->
                new Meaning("x, y", "log(exp(x) + exp(y))", "The logarithm of a sum of exponentials, without overflow");
            case WHERE ->
                new Meaning(
                        "condition, a, b",
                        "a if condition is not 0, else b",
                        "A choice; the branch not taken has no part in value and gradient");
            case CLIP ->
                new Meaning("x, lower, upper", "min(max(x, lower), upper)", "The operand kept between two bounds");
        };
    }
}
