package io.chainrule.learning.dataset.statistics;

import java.util.Arrays;
import java.util.List;

/// What some numbers look like, whatever their order.
///
/// @param deviation the population standard deviation, as `standardize` divides by: √(Σ(x − mean)²/n)
/// @param quartiles the lower one, the median and the upper one: at (n − 1)·q of the sorted numbers counted from 0,
/// between neighbours by linear interpolation
public record NumberSummary(
        double least, double greatest, double mean, double deviation, List<Double> quartiles, Histogram histogram) {

    public NumberSummary {
        quartiles = List.copyOf(quartiles);
    }

    /// Of at least one finite number.
    static NumberSummary of(double... values) {
        var sorted = values.clone();
        Arrays.sort(sorted);
        var moments = Standardization.of(sorted);
        return new NumberSummary(
                sorted[0],
                sorted[sorted.length - 1],
                moments.mean(),
                moments.deviation(),
                List.of(quantile(0.25, sorted), quantile(0.5, sorted), quantile(0.75, sorted)),
                Histogram.ofSorted(sorted));
    }

    private static double quantile(double share, double... sorted) {
        double place = (sorted.length - 1) * share;
        int below = (int) place;
        double weight = place - below;
        double lower = sorted[below];
        return weight == 0 ? lower : lower * (1 - weight) + sorted[below + 1] * weight;
    }
}
