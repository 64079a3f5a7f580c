package io.chainrule.learning.model;

import io.chainrule.engine.graph.Node;
import io.chainrule.engine.graph.Unary;
import io.chainrule.learning.specification.Choice;

/// What a hidden unit makes of its weighted sum.
public enum Activation {
    @Choice(help = "max(x, 0)")
    RELU(Unary.RELU, true),
    @Choice(help = "x, or 0.01 x where x is negative")
    LEAKY_RELU(Unary.LEAKY_RELU, true),
    @Choice(help = "x, or exp(x) - 1 where x is negative")
    ELU(Unary.ELU, true),
    @Choice(help = "Scaled elu that keeps mean 0 and variance 1")
    SELU(Unary.SELU, true),
    @Choice(help = "x times the normal distribution function of x")
    GELU(Unary.GELU, true),
    @Choice(help = "x times sigmoid(x)")
    SILU(Unary.SILU, true),
    @Choice(help = "Hyperbolic tangent, between -1 and 1")
    TANH(Unary.TANH, false),
    @Choice(help = "1/(1 + exp(-x)), between 0 and 1")
    SIGMOID(Unary.SIGMOID, false),
    @Choice(help = "log(1 + exp(x)), a smooth relu")
    SOFTPLUS(Unary.SOFTPLUS, false);

    private final Unary function;
    private final boolean rectifying;

    Activation(Unary function, boolean rectifying) {
        this.function = function;
        this.rectifying = rectifying;
    }

    /// Whether about half of the units are shut for a typical input, as with relu.
    public boolean isRectifying() {
        return rectifying;
    }

    /// What a value and its slope take.
    double nanoseconds() {
        return switch (this) {
            case RELU, LEAKY_RELU, SIGMOID -> 3.5;
            case ELU, SELU, SILU, TANH, SOFTPLUS -> 20;
            case GELU -> 117;
        };
    }

    Node of(Node sums) {
        return sums.apply(function);
    }
}
