package io.chainrule.learning.dataset.statistics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// How many numbers lie between one edge and the next. A number on an edge counts upwards, but the last bin has both.
///
/// @param edges rising, one more than there are bins, from the least to the greatest number
public record Histogram(List<Double> edges, List<Integer> counts) {

    public Histogram {
        edges = List.copyOf(edges);
        counts = List.copyOf(counts);
    }

    /// Bins of equal width, ⌈log₂ n⌉ + 1 of them (Sturges); fewer where doubles lie too close for so many edges.
    static Histogram ofSorted(double... sorted) {
        double least = sorted[0];
        double greatest = sorted[sorted.length - 1];
        if (least == greatest) {
            return new Histogram(List.of(least, greatest), List.of(sorted.length));
        }
        int bins = Integer.SIZE - Integer.numberOfLeadingZeros(sorted.length - 1) + 1;
        var edges = new ArrayList<Double>(List.of(least));
        for (int i = 1; i < bins; i++) {
            double share = (double) i / bins;
            double edge = least * (1 - share) + greatest * share;
            if (edge > edges.getLast() && edge < greatest) {
                edges.add(edge);
            }
        }
        edges.add(greatest);
        return new Histogram(edges, counts(edges, sorted));
    }

    private static List<Integer> counts(List<Double> edges, double... sorted) {
        var counts = new Integer[edges.size() - 1];
        int from = 0;
        for (int bin = 0; bin < counts.length; bin++) {
            int to = bin == counts.length - 1 ? sorted.length : firstAtLeast(edges.get(bin + 1), from, sorted);
            counts[bin] = to - from;
            from = to;
        }
        return Arrays.asList(counts);
    }

    private static int firstAtLeast(double edge, int from, double... sorted) {
        int at = from;
        while (sorted[at] < edge) {
            at++;
        }
        return at;
    }
}
