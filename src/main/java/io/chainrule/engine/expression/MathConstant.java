package io.chainrule.engine.expression;

import static java.util.stream.Collectors.toUnmodifiableMap;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// A number that has a name. The name can be used for nothing else.
public enum MathConstant {
    PI("pi", Math.PI),
    E("e", Math.E),
    TAU("tau", 2 * Math.PI);

    private static final Map<String, MathConstant> BY_SYMBOL =
            Stream.of(values()).collect(toUnmodifiableMap(MathConstant::symbol, constant -> constant));

    private final String symbol;
    private final double value;

    MathConstant(String symbol, double value) {
        this.symbol = symbol;
        this.value = value;
    }

    public static Optional<MathConstant> of(String name) {
        return Optional.ofNullable(BY_SYMBOL.get(name));
    }

    public String symbol() {
        return symbol;
    }

    public double value() {
        return value;
    }
}
