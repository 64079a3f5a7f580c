package io.chainrule.engine.expression;

import io.chainrule.engine.graph.Function;
import java.util.Arrays;
import java.util.Optional;

/// What stands between two operands: its sign in text, its key in a tree and how tightly it binds.
public enum Operator {
    LESS("<", "lt", Precedence.COMPARISON),
    LESS_OR_EQUAL("<=", "le", Precedence.COMPARISON),
    GREATER(">", "gt", Precedence.COMPARISON),
    GREATER_OR_EQUAL(">=", "ge", Precedence.COMPARISON),
    EQUAL("==", "eq", Precedence.COMPARISON),
    NOT_EQUAL("!=", "ne", Precedence.COMPARISON),
    ADD("+", "add", Precedence.SUM),
    SUBTRACT("-", "sub", Precedence.SUM),
    MULTIPLY("*", "mul", Precedence.PRODUCT),
    DIVIDE("/", "div", Precedence.PRODUCT),
    POWER("^", "pow", Precedence.POWER);

    private final String symbol;
    private final Function function;
    private final Precedence precedence;

    Operator(String symbol, String key, Precedence precedence) {
        this.symbol = symbol;
        this.function = Function.of(key, 2).orElseThrow();
        this.precedence = precedence;
    }

    public static Optional<Operator> ofKey(String key) {
        return Arrays.stream(values())
                .filter(operator -> operator.key().equals(key))
                .findFirst();
    }

    static Optional<Operator> ofSymbol(String symbol) {
        return Arrays.stream(values())
                .filter(operator -> operator.symbol.equals(symbol))
                .findFirst();
    }

    public String symbol() {
        return symbol;
    }

    public String key() {
        return function.key();
    }

    public Function function() {
        return function;
    }

    Precedence precedence() {
        return precedence;
    }

    /// Whether a longer chain of it folds to the left in a tree: `{"add": ["x", "y", "z"]}`.
    boolean chains() {
        return this == ADD || this == MULTIPLY;
    }
}
