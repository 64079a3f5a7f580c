package io.chainrule.engine.kernel;

/// Row by row `e^(z − max z)/Σ`, for blocks of rows whose columns are taken apart first.
///
/// Rows are short and columns are long: in arrays of their own the compiler vectorises all that happens to them. A
/// row's
/// sum is added from its first column to its last.
final class ClassProbabilities implements Kernel {

    private static final int LONGEST = 256; // rows

    private final int rows;
    private final double[][] scores; // by column
    private final double[][] powers; // e^(z − max z), by column
    private final double[] largest;
    private final double[] share; // 1/Σ
    private final double[] spare;

    ClassProbabilities(int rows, int columns) {
        int length = Math.min(rows, LONGEST);
        this.rows = rows;
        this.scores = new double[columns][length];
        this.powers = new double[columns][length];
        this.largest = new double[length];
        this.share = new double[length];
        this.spare = new double[length];
    }

    @Override
    public void run(double[] p, double[][] operands) {
        for (int row = 0; row < rows; row += largest.length) {
            int count = Math.min(largest.length, rows - row); // behind them, the last block repeats older numbers
            takeApart(operands[0], row * scores.length, count);
            exponentiate();
            putTogether(p, row * scores.length, count);
        }
    }

    private void takeApart(double[] z, int from, int count) {
        int columns = scores.length;
        for (int j = 0; j < columns; j++) {
            var column = scores[j];
            for (int i = 0, q = from + j; i < count; i++, q += columns) {
                column[i] = z[q];
            }
        }
    }

    private void exponentiate() {
        System.arraycopy(scores[0], 0, largest, 0, largest.length);
        for (int j = 1; j < scores.length; j++) {
            raise(largest, scores[j]);
        }
        for (int j = 0; j < scores.length; j++) {
            subtract(scores[j], largest);
            ExponentialLoops.exp(powers[j], scores[j], spare, spare);
        }
        System.arraycopy(powers[0], 0, share, 0, share.length);
        for (int j = 1; j < powers.length; j++) {
            add(share, powers[j]);
        }
        invert(share);
    }

    private void putTogether(double[] p, int from, int count) {
        int columns = powers.length;
        for (int j = 0; j < columns; j++) {
            var column = powers[j];
            for (int i = 0, q = from + j; i < count; i++, q += columns) {
                p[q] = column[i] * share[i];
            }
        }
    }

    private static void raise(double[] largest, double[] x) {
        for (int i = 0; i < largest.length; i++) {
            largest[i] = Math.max(x[i], largest[i]);
        }
    }

    private static void subtract(double[] x, double[] largest) {
        for (int i = 0; i < x.length; i++) {
            x[i] -= largest[i];
        }
    }

    private static void add(double[] sum, double[] x) {
        for (int i = 0; i < sum.length; i++) {
            sum[i] += x[i];
        }
    }

    private static void invert(double[] x) {
        for (int i = 0; i < x.length; i++) {
            x[i] = 1 / x[i];
        }
    }
}
