package io.chainrule.learning.training;

/// The length of a gradient, the root of the sum of squares.
final class GradientNorm {

    private GradientNorm() {}

    /// @param gradients one array a tensor
    static double of(double[][] gradients) {
        double sum = 0;
        for (var gradient : gradients) {
            sum += squares(gradient);
        }
        return Math.sqrt(sum);
    }

    /// Four running sums, added as a fixed tree, since one chain waits for every addition.
    private static double squares(double[] g) {
        double a = 0;
        double b = 0;
        double c = 0;
        double d = 0;
        int i = 0;
        for (; i + 4 <= g.length; i += 4) {
            a = Math.fma(g[i], g[i], a);
            b = Math.fma(g[i + 1], g[i + 1], b);
            c = Math.fma(g[i + 2], g[i + 2], c);
            d = Math.fma(g[i + 3], g[i + 3], d);
        }
        for (; i < g.length; i++) {
            a = Math.fma(g[i], g[i], a);
        }
        return (a + b) + (c + d);
    }
}
