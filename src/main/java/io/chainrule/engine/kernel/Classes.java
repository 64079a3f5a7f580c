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
            if (columns == 2) {
                compareTwo(losses, behind, operands);
            } else {
                compare(losses, behind, operands, columns);
            }
            log1p.run(losses, losses);
            for (int i = 0; i < rows; i++) {
                losses[i] += behind[i];
            }
        };
    }

    private static void compare(double[] odds, double[] behind, double[][] operands, int columns) {
        var z = operands[0];
        var p = operands[1];
        var target = operands[2];
        for (int i = 0, q = 0; i < behind.length; i++, q += columns) {
            int top = largest(z, q, columns);
            int own = largest(target, q, columns);
            double others = 0;
            for (int j = 0; j < columns - 1; j++) {
                others += p[q + j + 1 + ((j - top) >> 31)]; // skips the top without a branch to guess
            }
            odds[i] = others / p[q + top];
            behind[i] = z[q + top] - z[q + own];
        }
    }

    /// The same of two classes, where a loop within each row would take longer than what it does.
    private static void compareTwo(double[] odds, double[] behind, double[][] operands) {
        var z = operands[0];
        var p = operands[1];
        var target = operands[2];
        for (int i = 0; i < behind.length; i++) {
            int q = 2 * i;
            int top = largerOfTwo(z, q);
            odds[i] = p[2 * q + 1 - top] / p[top];
            behind[i] = z[top] - z[largerOfTwo(target, q)];
        }
    }

    /// How many rows have their largest score at the one-hot target; the first of equals counts.
    public static Kernel hits(int rows, int columns) {
        return (y, operands) -> {
            var z = operands[0];
            var target = operands[1];
            int hits = 0;
            for (int i = 0, q = 0; i < rows; i++, q += columns) {
                int top = columns == 2 ? largerOfTwo(z, q) : q + largest(z, q, columns);
                hits += target[top] > 0 ? 1 : 0;
            }
            y[0] = hits;
        };
    }

    private static int largerOfTwo(double[] scores, int start) {
        return scores[start + 1] > scores[start] ? start + 1 : start;
    }

    /// Which of the columns from `start` on holds the largest score; the first of equals.
    public static int largest(double[] scores, int start, int columns) {
        int best = start;
        for (int at = start + 1; at < start + columns; at++) {
            best = scores[at] > scores[best] ? at : best;
        }
        return best - start;
    }
}
