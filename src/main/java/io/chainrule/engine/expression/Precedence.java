package io.chainrule.engine.expression;

/// How tightly the outermost part of an expression holds its operands, loosest first.
enum Precedence {
    COMPARISON,
    SUM,
    PRODUCT,
    SIGN,
    POWER,
    ATOM;

    static Precedence of(Expression expression) {
        return switch (expression) {
            case Expression.Literal _, Expression.Constant _, Expression.Variable _, Expression.Call _ -> ATOM;
            case Expression.Negation _ -> SIGN;
            case Expression.Operation operation -> operation.operator().precedence();
        };
    }

    /// What the left operand needs at least, to stand without parentheses.
    Precedence left() {
        return switch (this) {
            case COMPARISON -> SUM; // comparisons do not chain
            case SUM, PRODUCT -> this; // they group to the left
            case SIGN, POWER, ATOM -> ATOM;
        };
    }

    /// The same for the right operand, and for what a sign stands before.
    Precedence right() {
        return switch (this) {
            case COMPARISON -> SUM;
            case SUM -> PRODUCT;
            case PRODUCT, SIGN, POWER, ATOM -> SIGN; // x*-y, --x, 2^-x and 2^3^2 need none
        };
    }
}
