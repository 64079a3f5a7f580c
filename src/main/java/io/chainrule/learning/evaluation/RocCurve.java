package io.chainrule.learning.evaluation;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.function.IntToDoubleFunction;

/// What share of a class is found, and what share of the others is taken for it, at every threshold of its probability.
///
/// Corners only: points on the line between their neighbours are left out.
public final class RocCurve {

    private final String label;
    private final double area;
    private final double[] threshold;
    private final double[] falsePositiveRate;
    private final double[] truePositiveRate;

    private RocCurve(String label, double area, Corners corners, long positives, long negatives) {
        this.label = label;
        this.area = area;
        this.threshold = Arrays.copyOf(corners.threshold, corners.size);
        this.falsePositiveRate = corners.rates(corners.falsePositives, negatives);
        this.truePositiveRate = corners.rates(corners.truePositives, positives);
    }

    /// Empty where it is undefined: without an example of the class, without one of another, or with a probability that
    /// is no number.
    ///
    /// @param score of each example, higher for more likely ones
    static Optional<RocCurve> of(String label, int examples, IntToDoubleFunction score, IntPredicate isPositive) {
        var positives = new double[examples];
        var negatives = new double[examples];
        int p = 0;
        int n = 0;
        for (int i = 0; i < examples; i++) {
            double value = score.applyAsDouble(i) + 0.0; // -0.0 ties with 0.0
            if (Double.isNaN(value)) {
                return Optional.empty();
            }
            if (isPositive.test(i)) {
                positives[p++] = value;
            } else {
                negatives[n++] = value;
            }
        }
        return p == 0 || n == 0 ? Optional.empty() : Optional.of(of(label, sorted(positives, p), sorted(negatives, n)));
    }

    /// Goes down both sorted lists at once; equal scores make one step. The pairs of a positive and a negative that are
    /// in the right order, ties counting half, are the area: so it is exact but for the last division.
    private static RocCurve of(String label, double[] positives, double[] negatives) {
        int p = positives.length;
        int n = negatives.length;
        var corners = new Corners(p + n + 1);
        corners.add(Double.POSITIVE_INFINITY, 0, 0);
        long halfPairs = 0;
        while (p > 0 || n > 0) {
            double value =
                    n == 0 || (p > 0 && positives[p - 1] > negatives[n - 1]) ? positives[p - 1] : negatives[n - 1];
            int higher = p;
            while (p > 0 && positives[p - 1] == value) {
                p--;
            }
            int equal = n;
            while (n > 0 && negatives[n - 1] == value) {
                n--;
            }
            halfPairs += (long) (higher - p) * (n + equal);
            corners.add(value, positives.length - p, negatives.length - n);
        }
        double area = halfPairs / (2.0 * positives.length * negatives.length);
        return new RocCurve(label, area, corners, positives.length, negatives.length);
    }

    private static double[] sorted(double[] values, int count) {
        var sorted = Arrays.copyOf(values, count);
        Arrays.sort(sorted);
        return sorted;
    }

    /// The class that is told from all others.
    public String label() {
        return label;
    }

    /// Under the curve: how likely an example of the class has a higher probability than one of another.
    public double area() {
        return area;
    }

    /// From which probability on an example is taken for the class; infinity at first.
    public double[] threshold() {
        return threshold.clone();
    }

    public double[] falsePositiveRate() {
        return falsePositiveRate.clone();
    }

    public double[] truePositiveRate() {
        return truePositiveRate.clone();
    }

    /// The points of a curve in counts, so that three on a line are known for certain.
    private static final class Corners {

        private final double[] threshold;
        private final long[] truePositives;
        private final long[] falsePositives;
        private int size;

        Corners(int most) {
            threshold = new double[most];
            truePositives = new long[most];
            falsePositives = new long[most];
        }

        void add(double value, long trues, long falses) {
            if (size > 1 && isOnLine(trues, falses)) {
                size--;
            }
            threshold[size] = value;
            truePositives[size] = trues;
            falsePositives[size] = falses;
            size++;
        }

        private boolean isOnLine(long trues, long falses) {
            long up = truePositives[size - 1] - truePositives[size - 2];
            long right = falsePositives[size - 1] - falsePositives[size - 2];
            return up * (falses - falsePositives[size - 1]) == right * (trues - truePositives[size - 1]);
        }

        double[] rates(long[] counts, long whole) {
            var rates = new double[size];
            Arrays.setAll(rates, i -> (double) counts[i] / whole);
            return rates;
        }
    }
}
