package io.chainrule.engine.expression.verification;

import io.chainrule.engine.expression.Extrapolation;
import java.util.function.DoubleUnaryOperator;

/// A derivative measured from values alone: differences over smaller and smaller distances, extrapolated to distance 0.
///
/// Symmetric differences where the function is finite on both sides, else those of the one side where it is.
///
/// @param error how far the best extrapolations are apart; infinite if there are none
record FiniteDifference(double value, double error) {

    private static final int LEVELS = 14;
    private static final int HALVINGS = 44;

    private enum Side {
        BOTH,
        RIGHT,
        LEFT
    }

    static FiniteDifference of(DoubleUnaryOperator f, double x) {
        for (var side : Side.values()) {
            var extrapolation = extrapolated(f, x, side);
            if (extrapolation.measurements() > 1) {
                return new FiniteDifference(extrapolation.value(), extrapolation.error());
            }
        }
        return new FiniteDifference(Double.NaN, Double.POSITIVE_INFINITY);
    }

    /// Distances outside the domain count for nothing; after the first within, all must be.
    private static Extrapolation extrapolated(DoubleUnaryOperator f, double x, Side side) {
        var extrapolation = new Extrapolation();
        double distance = 0.125 * Math.max(Math.abs(x), 0.5);
        double here = side == Side.BOTH ? 0 : f.applyAsDouble(x);
        for (int halving = 0; halving < HALVINGS && extrapolation.measurements() < LEVELS; halving++, distance /= 2) {
            double right = side == Side.LEFT ? x : x + distance;
            double left = side == Side.RIGHT ? x : x - distance;
            double above = side == Side.LEFT ? here : f.applyAsDouble(right);
            double below = side == Side.RIGHT ? here : f.applyAsDouble(left);
            double quotient = (above - below) / (right - left);
            if (!Double.isFinite(quotient)) {
                extrapolation = new Extrapolation();
                continue;
            }
            extrapolation.add(side == Side.BOTH ? distance * distance : distance, quotient);
        }
        return extrapolation;
    }
}
