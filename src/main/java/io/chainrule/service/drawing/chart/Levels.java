package io.chainrule.service.drawing.chart;

import java.util.Arrays;
import java.util.List;

/// At which values contours are drawn: round numbers, evenly spaced, or by magnitude where most values crowd near the
/// lowest one.
public final class Levels {

    private static final int USUAL = 10;
    private static final int MOST = 13;
    private static final double CROWDED = 0.25;
    private static final double LOWEST_SHARE = 0.01;
    private static final double[][] FACTORS = {{1, 2, 5}, {1, 3}, {1}};

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
        double greatest = sorted[sorted.length - 1];
        return RoundNumbers.even(least, greatest, RoundNumbers.stepFrom((greatest / 2 - least / 2) / USUAL * 2));
    }

    /// Above zero, or above the least value if that is negative, or far from zero.
    private static List<Double> byMagnitude(double[] sorted) {
        double least = sorted[0];
        double greatest = sorted[sorted.length - 1];
        double base = least >= 0 && least < 0.01 * greatest ? 0 : least;
        double lowest = sorted[(int) (LOWEST_SHARE * sorted.length)] - base;
        double from = Math.max(lowest, (greatest - base) * 1e-6);
        for (var factors : FACTORS) {
            var offsets = RoundNumbers.byMagnitude(from, greatest - base, factors);
            if (offsets.size() <= MOST || factors.length == 1) {
                return offsets.stream().map(offset -> base + offset).toList();
            }
        }
        throw new IllegalStateException("Powers of ten are the last resort");
    }
}
