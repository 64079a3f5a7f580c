package io.chainrule.engine.kernel;

/// Sums over all elements, over rows or over columns, each in one fixed order.
public final class Reduction {

    private Reduction() {}

    /// Eight running sums, added as a fixed tree; the remainder joins the first.
    public static void total(double[] y, double[][] operands) {
        var x = operands[0];
        double s0 = 0, s1 = 0, s2 = 0, s3 = 0, s4 = 0, s5 = 0, s6 = 0, s7 = 0;
        int i = 0;
        for (; i + 8 <= x.length; i += 8) {
            s0 += x[i];
            s1 += x[i + 1];
            s2 += x[i + 2];
            s3 += x[i + 3];
            s4 += x[i + 4];
            s5 += x[i + 5];
            s6 += x[i + 6];
            s7 += x[i + 7];
        }
        for (; i < x.length; i++) {
            s0 += x[i];
        }
        y[0] = ((s0 + s1) + (s2 + s3)) + ((s4 + s5) + (s6 + s7));
    }

    /// The sum of every column, its rows added in order; four columns at a time.
    public static Kernel ofColumns(int rows, int columns) {
        return (y, operands) -> {
            var x = operands[0];
            int j = 0;
            for (; j + 4 <= columns; j += 4) {
                double s0 = 0, s1 = 0, s2 = 0, s3 = 0;
                for (int i = 0, q = j; i < rows; i++, q += columns) {
                    s0 += x[q];
                    s1 += x[q + 1];
                    s2 += x[q + 2];
                    s3 += x[q + 3];
                }
                y[j] = s0;
                y[j + 1] = s1;
                y[j + 2] = s2;
                y[j + 3] = s3;
            }
            for (; j < columns; j++) {
                double sum = 0;
                for (int i = 0, q = j; i < rows; i++, q += columns) {
                    sum += x[q];
                }
                y[j] = sum;
            }
        };
    }

    /// The sum of every row, its columns added in order.
    public static Kernel ofRows(int rows, int columns) {
        return (y, operands) -> {
            var x = operands[0];
            for (int i = 0, q = 0; i < rows; i++) {
                double sum = 0;
                for (int j = 0; j < columns; j++) {
                    sum += x[q++];
                }
                y[i] = sum;
            }
        };
    }
}
