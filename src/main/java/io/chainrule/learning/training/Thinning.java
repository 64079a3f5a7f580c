package io.chainrule.learning.training;

import java.util.BitSet;

/// Chooses the rows of a long table that keep its shape: the first and the last, the least and the greatest value of
/// every column in each of many equally long buckets, and every row with a value that is no finite number.
final class Thinning {

    private final double[][] columns;
    private final int rows;
    private final BitSet always;

    private Thinning(double[][] columns, int rows) {
        this.columns = columns;
        this.rows = rows;
        this.always = new BitSet(rows);
        always.set(0);
        always.set(rows - 1);
        for (var column : columns) {
            for (int row = 0; row < rows; row++) {
                if (!Double.isFinite(column[row])) {
                    always.set(row);
                }
            }
        }
    }

    /// Ascending rows of more than `most`, as many as fit into it; only what must be kept anyway may make them more.
    static int[] of(double[][] columns, int rows, int most) {
        return new Thinning(columns, rows).choose(most).stream().toArray();
    }

    /// Extremes of neighbouring columns and buckets often share a row, so more buckets fit than in the worst case.
    private BitSet choose(int most) {
        int fewest = Math.max(1, (most - always.cardinality()) / Math.max(1, 2 * columns.length));
        int buckets = Math.max(fewest, most);
        var chosen = extremes(buckets);
        while (chosen.cardinality() > most && buckets > fewest) {
            long fitting = (long) buckets * most / chosen.cardinality();
            buckets = Math.max(fewest, (int) Math.min(buckets - 1L, fitting));
            chosen = extremes(buckets);
        }
        return chosen;
    }

    private BitSet extremes(int buckets) {
        var chosen = (BitSet) always.clone();
        for (int bucket = 0; bucket < buckets; bucket++) {
            int from = (int) ((long) bucket * rows / buckets);
            int to = (int) ((bucket + 1L) * rows / buckets);
            for (var column : columns) {
                addExtremes(column, from, to, chosen);
            }
        }
        return chosen;
    }

    private static void addExtremes(double[] column, int from, int to, BitSet chosen) {
        int least = -1;
        int greatest = -1;
        for (int row = from; row < to; row++) {
            double value = column[row];
            if (Double.isFinite(value)) {
                least = least < 0 || value < column[least] ? row : least;
                greatest = greatest < 0 || value > column[greatest] ? row : greatest;
            }
        }
        if (least >= 0) {
            chosen.set(least);
            chosen.set(greatest);
        }
    }
}
