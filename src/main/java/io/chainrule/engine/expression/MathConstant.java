package io.chainrule.engine.expression;

import java.util.Arrays;
import java.util.Optional;

/// A number that has a name. The name can be used for nothing else.
public enum MathConstant {
    PI("pi", Math.PI),
    E("e", Math.E),
    TAU("tau", 2 * Math.PI);

    private final String symbol;
    private final double value;

    MathConstant(String symbol, double value) {
        this.symbol = symbol;
        this.value = value;
    }

    public static Optional<MathConstant> of(String name) {
        return Arrays.stream(values())
                .filter(constant -> constant.symbol.equals(name))
                .findFirst();
    }

    public String symbol() {
        return symbol;
    }

    public double value() {
        return value;
    }
}
