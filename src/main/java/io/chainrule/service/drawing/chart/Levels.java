package io.chainrule.service.drawing.chart;

import io.chainrule.service.drawing.ShortNumber;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/// At which values contours are drawn: round numbers, evenly spaced, or by magnitude where most values crowd near the
/// lowest one.
public final class Levels {

    private static final int USUAL = 10;
    private static final int MOST = 13;
    private static final double CROWDED = 0.25;
    private static final double LOWEST_SHARE = 0.01;
    private static final double[][] STEPS = {{1, 2, 5}, {1, 3}, {1}};

    private Levels() {}

    /// Strictly between the least and the greatest finite value, ascending; none for a plane.
    public static double[] of(double[][] values) {
        var sorted = Arrays.stream(values)
                .flatMapToDouble(Arrays::stream)
                .filter(Double::isFinite)
                .sorted()
                .toArray();
        if (sorted.length == 0 || !(sorted[sorted.length - 1] - sorted[0] > 0)) {
            return new double[0];
        }
        double least = sorted[0];
        double range = sorted[sorted.length - 1] - least;
        double median = sorted[sorted.length / 2];
        var levels = Double.isFinite(range) && median - least < CROWDED * range ? byMagnitude(sorted) : even(sorted);
        return levels.stream()
                .mapToDouble(Double::doubleValue)
                .filter(level -> level > least && level < sorted[sorted.length - 1])
                .toArray();
    }

    private static List<Double> even(double[] sorted) {
        double least = sorted[0];
        double step = roundUp((sorted[sorted.length - 1] / 2 - least / 2) / USUAL * 2);
        var levels = new ArrayList<Double>();
        for (double k = Math.ceil(least / step);
                k * step < sorted[sorted.length - 1] && levels.size() <= 2 * MOST;
                k++) {
            levels.add(k * step);
        }
        return levels;
    }

    /// The next of 1, 2, 5, 10, … times a power of ten.
    private static double roundUp(double value) {
        double power = power(value);
        for (double factor : STEPS[0]) {
            if (factor * power >= value) {
                return factor * power;
            }
        }
        return 10 * power;
    }

    private static double power(double value) {
        return Double.parseDouble("1e" + (int) Math.floor(StrictMath.log10(value)));
    }

    /// Above zero, or above the least value if that is negative, or far from zero.
    private static List<Double> byMagnitude(double[] sorted) {
        double least = sorted[0];
        double greatest = sorted[sorted.length - 1];
        double base = least >= 0 && least < 0.01 * greatest ? 0 : least;
        double lowest = sorted[(int) (LOWEST_SHARE * sorted.length)] - base;
        double from = Math.max(lowest, (greatest - base) * 1e-6);
        for (var steps : STEPS) {
            var levels = magnitudes(from, greatest - base, steps, offset -> base + offset);
            if (levels.size() <= MOST || steps.length == 1) {
                return levels;
            }
        }
        throw new IllegalStateException("Powers of ten are the last resort");
    }

    private static List<Double> magnitudes(double from, double to, double[] steps, DoubleUnaryOperator level) {
        var levels = new ArrayList<Double>();
        for (double power = power(from); power < to; power *= 10) {
            for (double step : steps) {
                double offset = Double.parseDouble(ShortNumber.of(step * power, 1));
                if (offset >= from && offset < to) {
                    levels.add(level.applyAsDouble(offset));
                }
            }
        }
        return levels;
    }
}
