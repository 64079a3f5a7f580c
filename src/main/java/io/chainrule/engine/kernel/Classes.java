package io.chainrule.engine.kernel;

/// What a classifier needs row by row: probabilities of its scores, the loss against the true class, and hits.
public final class Classes {

    private Classes() {}

    /// Row by row `e^(z − max z)/Σ`.
    public static Kernel softmax(int rows, int columns) {
        return new ClassProbabilities(rows, columns);
    }

    /// Row by row −log p of the true class, of scores z, p = softmax(z) and one-hot targets.
    ///
    /// Written as `log(1 + Σ others/p_max) + (z_max − z_true)`: a confident right answer keeps the digits of its
    /// small loss, and a confident wrong one is finite.
    public static Kernel crossEntropy(int rows, int columns) {
        var behind = new double[rows]; // z_max − z_true
        var log1p = new Blockwise(LogarithmLoops::log1p, rows);
        return (losses, operands) -> {
            var z = operands[0];
            var p = operands[1];
            var target = operands[2];
            for (int i = 0, q = 0; i < rows; i++, q += columns) {
                int top = largest(z, q, columns);
                int own = largest(target, q, columns);
                double others = 0;
                for (int j = 0; j < columns - 1; j++) {
                    others += p[q + j + 1 + ((j - top) >> 31)]; // skips the top without a branch to guess
                }
                losses[i] = others / p[q + top];
                behind[i] = z[q + top] - z[q + own];
            }
            log1p.run(losses, losses);
            for (int i = 0; i < rows; i++) {
                losses[i] += behind[i];
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
