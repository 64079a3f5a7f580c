package io.chainrule.engine.kernel;

import java.util.function.DoubleUnaryOperator;

/// Elementwise functions built on e^x, as kernels for a number of elements.
public final class Exponentials {

    private static final int SHORT = 16; // elements; below, several loops take longer than a call for each

    private Exponentials() {}

    public static Kernel exp(int elements) {
        return of(Exponential::exp, ExponentialLoops::exp, elements);
    }

    public static Kernel expm1(int elements) {
        return of(Exponential::expm1, ExponentialLoops::expm1, elements);
    }

    public static Kernel tanh(int elements) {
        return of(Exponential::tanh, ExponentialLoops::tanh, elements);
    }

    public static Kernel sigmoid(int elements) {
        return of(Exponential::sigmoid, ExponentialLoops::sigmoid, elements);
    }

    public static Kernel silu(int elements) {
        return of(x -> x * Exponential.sigmoid(x), ExponentialLoops::silu, elements);
    }

    public static Kernel softplus(int elements) {
        return of(Exponential::softplus, ExponentialLoops::softplus, elements);
    }

    private static Kernel of(DoubleUnaryOperator function, Blockwise.Loops loops, int elements) {
        return elements < SHORT ? Elementwise.each(function) : new Blockwise(loops, elements);
    }
}
