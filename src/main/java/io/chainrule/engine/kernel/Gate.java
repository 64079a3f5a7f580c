package io.chainrule.engine.kernel;

/// A number or 0, chosen by its bits: there is no branch to guess.
final class Gate {

    private static final long BEYOND_INFINITY = Double.doubleToRawLongBits(Double.POSITIVE_INFINITY) + 1;

    private Gate() {}

    /// `open > 0 ? value : 0`, also for NaN: the bits of positive numbers are those from 1 to those of infinity.
    static double passIfPositive(double open, double value) {
        long bits = Double.doubleToRawLongBits(open);
        long mask = (-bits & (bits - BEYOND_INFINITY)) >> 63;
        return Double.longBitsToDouble(Double.doubleToRawLongBits(value) & mask);
    }
}
