package io.chainrule.learning.training.optimizer;

/// Sums and scaled additions in a fixed order, so that every machine gets the same bits.
final class Vectors {

    private Vectors() {}

    /// Four running sums, added as a fixed tree, since one chain waits for every addition.
    static double dot(double[] x, double[] y) {
        double a = 0;
        double b = 0;
        double c = 0;
        double d = 0;
        int i = 0;
        for (; i + 4 <= x.length; i += 4) {
            a = Math.fma(x[i], y[i], a);
            b = Math.fma(x[i + 1], y[i + 1], b);
            c = Math.fma(x[i + 2], y[i + 2], c);
            d = Math.fma(x[i + 3], y[i + 3], d);
        }
        for (; i < x.length; i++) {
            a = Math.fma(x[i], y[i], a);
        }
        return (a + b) + (c + d);
    }

    static double length(double[] x) {
        return Math.sqrt(dot(x, x));
    }

    /// y ← y + factor·x.
    static void add(double factor, double[] x, double[] y) {
        for (int i = 0; i < y.length; i++) {
            y[i] = Math.fma(factor, x[i], y[i]);
        }
    }

    /// y ← factor·x.
    static void scale(double factor, double[] x, double[] y) {
        for (int i = 0; i < y.length; i++) {
            y[i] = factor * x[i];
        }
    }

    /// The largest absolute value, NaN if there is one.
    static double largest(double[] x) {
        double largest = 0;
        for (double value : x) {
            largest = Math.max(largest, Math.abs(value));
        }
        return largest;
    }
}
