package io.chainrule.engine.kernel;

/// What a classifier needs row by row: probabilities of its scores, the loss against the true class, and hits.
///
/// Rows are short, so the inner loops run down the columns where they can.
public final class Classes {

    private Classes() {}

    /// Row by row `e^(z − max z)/Σ`.
    public static Kernel softmax(int rows, int columns) {
        var row = new double[rows];
        var exp = new Blockwise(ExponentialLoops::exp, rows * columns);
        return (p, operands) -> {
            var z = operands[0];
            for (int i = 0, q = 0; i < rows; i++, q += columns) {
                row[i] = z[q];
            }
            for (int j = 1; j < columns; j++) {
                for (int i = 0, q = j; i < rows; i++, q += columns) {
                    row[i] = Math.max(z[q], row[i]);
                }
            }
            for (int j = 0; j < columns; j++) {
                for (int i = 0, q = j; i < rows; i++, q += columns) {
                    p[q] = z[q] - row[i];
                }
            }
            exp.run(p, p);
            for (int i = 0, q = 0; i < rows; i++, q += columns) {
                row[i] = p[q];
            }
            for (int j = 1; j < columns; j++) {
                for (int i = 0, q = j; i < rows; i++, q += columns) {
                    row[i] += p[q];
                }
            }
            for (int i = 0; i < rows; i++) {
                row[i] = 1 / row[i];
            }
            for (int j = 0; j < columns; j++) {
                for (int i = 0, q = j; i < rows; i++, q += columns) {
                    p[q] *= row[i];
                }
            }
        };
    }

    /// Row by row −log p of the true class, of scores z, p = softmax(z) and one-hot targets.
    ///
    /// Written as `log(1 + Σ others/p_max) + (z_max − z_true)`: a confident right answer keeps the digits of its
    /// small loss, and a confident wrong one is finite.
    public static Kernel crossEntropy(int rows, int columns) {
        return (losses, operands) -> {
            var z = operands[0];
            var p = operands[1];
            var target = operands[2];
            for (int i = 0, q = 0; i < rows; i++, q += columns) {
                int top = largest(z, q, columns);
                double others = 0;
                double trueScore = 0;
                for (int j = 0; j < columns; j++) {
                    others += j == top ? 0 : p[q + j];
                    trueScore += target[q + j] > 0 ? z[q + j] : 0;
                }
                losses[i] = Log1p.of(others / p[q + top]) + (z[q + top] - trueScore);
            }
        };
    }

    /// How many rows have their largest score at the one-hot target; the first of equals counts.
    public static Kernel hits(int rows, int columns) {
        return (y, operands) -> {
            var z = operands[0];
            var target = operands[1];
            int hits = 0;
            for (int i = 0, q = 0; i < rows; i++, q += columns) {
                hits += target[q + largest(z, q, columns)] > 0 ? 1 : 0;
            }
            y[0] = hits;
        };
    }

    /// Which of the columns from `start` on holds the largest score; the first of equals.
    public static int largest(double[] scores, int start, int columns) {
        int best = 0;
        for (int j = 1; j < columns; j++) {
            best = scores[start + j] > scores[start + best] ? j : best;
        }
        return best;
    }
}
