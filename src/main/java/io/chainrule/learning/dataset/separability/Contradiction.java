package io.chainrule.learning.dataset.separability;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/// Proves that no v meets demands a·v > 0, in whole numbers and without rounding.
///
/// If Σ λᵢaᵢ = 0 for weights λ ≥ 0 that are not all 0, then 0 = Σ λᵢ(aᵢ·v), a sum of which no term is negative and one
/// positive: a contradiction. A solver knows about which weights; they are found exactly by solving Σ λᵢaᵢ = 0 for the
/// rows that it gives weight to, where those weights that the equations leave free are as the solver has them.
final class Contradiction {

    private static final double NOTHING = 1e-9;

    private Contradiction() {}

    /// Whether rows with about these weights are proved to contradict each other, within the budget.
    static boolean isProved(List<double[]> rows, double[] weights, Budget budget) {
        var support = new ArrayList<double[]>();
        var free = new ArrayList<BigInteger>();
        for (int i = 0; i < weights.length; i++) {
            if (weights[i] > NOTHING) {
                support.add(rows.get(i));
                free.add(BigInteger.valueOf((long) (weights[i] * 0x1p53)));
            }
        }
        return !support.isEmpty()
                && budget.affords(cost(support.size()))
                && hasPositiveSolution(integers(support), free);
    }

    /// As many products as a cube has elements, of numbers of about as many words.
    private static long cost(long size) {
        return size * size * size * size * size;
    }

    /// Solves by fraction-free elimination after Gauss, Jordan and Bareiss: all pivots become equal, all divisions are
    /// exact, and each pivot's weight is a sum over the free ones.
    private static boolean hasPositiveSolution(BigInteger[][] equations, List<BigInteger> free) {
        int columns = free.size();
        int rank = 0;
        var isPivot = new boolean[columns];
        var previous = BigInteger.ONE;
        for (int column = 0; column < columns && rank < equations.length; column++) {
            int found = rank;
            while (found < equations.length && equations[found][column].signum() == 0) {
                found++;
            }
            if (found < equations.length) {
                var row = equations[found];
                equations[found] = equations[rank];
                equations[rank] = row;
                isPivot[column] = true;
                eliminate(equations, rank, column, isPivot, previous);
                previous = row[column];
                rank++;
            }
        }
        if (rank == columns) {
            return false; // only weights of 0 balance
        }
        for (int row = 0; row < rank; row++) {
            var sum = BigInteger.ZERO;
            for (int column = 0; column < columns; column++) {
                if (!isPivot[column]) {
                    sum = sum.subtract(equations[row][column].multiply(free.get(column)));
                }
            }
            if (sum.signum() * previous.signum() < 0) {
                return false;
            }
        }
        return true;
    }

    /// Columns of pivots are left as they are: their entries are known to be the last pivot or 0, and not read again.
    private static void eliminate(
            BigInteger[][] equations, int pivotRow, int column, boolean[] isPivot, BigInteger previous) {
        var pivot = equations[pivotRow];
        for (int row = 0; row < equations.length; row++) {
            if (row != pivotRow) {
                var factor = equations[row][column];
                for (int i = 0; i < pivot.length; i++) {
                    if (!isPivot[i]) {
                        equations[row][i] = equations[row][i]
                                .multiply(pivot[column])
                                .subtract(factor.multiply(pivot[i]))
                                .divide(previous);
                    }
                }
            }
        }
    }

    /// One equation a coordinate, times a power of two that makes all its coefficients whole.
    private static BigInteger[][] integers(List<double[]> rows) {
        int coordinates = rows.getFirst().length;
        var equations = new BigInteger[coordinates][rows.size()];
        for (int j = 0; j < coordinates; j++) {
            int coordinate = j;
            int exponent = rows.stream()
                    .mapToInt(row -> lastBit(row[coordinate]))
                    .min()
                    .orElseThrow();
            for (int i = 0; i < rows.size(); i++) {
                equations[j][i] = integer(rows.get(i)[j], exponent);
            }
        }
        return equations;
    }

    /// The exponent of the unit that a double is a whole multiple of.
    private static int lastBit(double value) {
        return value == 0 ? Double.MAX_EXPONENT : Math.max(Math.getExponent(value), Double.MIN_EXPONENT) - 52;
    }

    /// A double divided by a power of two that is no greater than its unit.
    private static BigInteger integer(double value, int exponent) {
        if (value == 0) {
            return BigInteger.ZERO;
        }
        int unit = lastBit(value);
        long mantissa = (long) Math.scalb(Math.scalb(value, -unit / 2), -unit - (-unit / 2));
        return BigInteger.valueOf(mantissa).shiftLeft(unit - exponent);
    }
}
