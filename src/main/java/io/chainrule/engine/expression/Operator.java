package io.chainrule.engine.expression;

import static java.util.stream.Collectors.toUnmodifiableMap;

import io.chainrule.engine.graph.Binary;
import io.chainrule.engine.graph.Function;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// What stands between two operands: its sign in text, its key in a tree and how tightly it binds.
public enum Operator {
    LESS("<", Binary.LT, Precedence.COMPARISON),
    LESS_OR_EQUAL("<=", Binary.LE, Precedence.COMPARISON),
    GREATER(">", Binary.GT, Precedence.COMPARISON),
    GREATER_OR_EQUAL(">=", Binary.GE, Precedence.COMPARISON),
    EQUAL("==", Binary.EQ, Precedence.COMPARISON),
    NOT_EQUAL("!=", Binary.NE, Precedence.COMPARISON),
    ADD("+", Binary.ADD, Precedence.SUM),
    SUBTRACT("-", Binary.SUB, Precedence.SUM),
    MULTIPLY("*", Binary.MUL, Precedence.PRODUCT),
    DIVIDE("/", Binary.DIV, Precedence.PRODUCT),
    POWER("^", Binary.POW, Precedence.POWER);

    private static final Map<String, Operator> BY_KEY =
            Stream.of(values()).collect(toUnmodifiableMap(Operator::key, operator -> operator));
    private static final Map<String, Operator> BY_SYMBOL =
            Stream.of(values()).collect(toUnmodifiableMap(Operator::symbol, operator -> operator));

    private final String symbol;
    private final Function function;
    private final Precedence precedence;

    Operator(String symbol, Function function, Precedence precedence) {
        this.symbol = symbol;
        this.function = function;
        this.precedence = precedence;
    }

    public static Optional<Operator> ofKey(String key) {
        return Optional.ofNullable(BY_KEY.get(key));
    }

    static Optional<Operator> ofSymbol(String symbol) {
        return Optional.ofNullable(BY_SYMBOL.get(symbol));
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

    public boolean isComparison() {
        return precedence == Precedence.COMPARISON;
    }

    Precedence precedence() {
        return precedence;
    }

    /// Whether a longer chain of it folds to the left in a tree: `{"add": ["x", "y", "z"]}`.
    boolean chains() {
        return this == ADD || this == MULTIPLY;
    }
}
