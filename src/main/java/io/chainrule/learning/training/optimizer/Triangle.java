package io.chainrule.learning.training.optimizer;

import java.util.Arrays;
import java.util.Optional;

/// The triangle R of A = Q·R for a tall matrix A whose rows come block by block; the last column of A is the right-hand
/// side of the equations that the others are to solve. Q is not kept.
///
/// Each block is folded in by Householder reflections, so digits are lost by the condition of A itself and not, as in
/// normal equations, by its square. The same blocks give the same bits.
public final class Triangle {

    /// If others explain a column up to this share of its length, what is left of it is rounding.
    private static final double LEAST_SHARE = 1e-12;

    private final double[][] rows; // row k is 0 before column k
    private final int unknowns;

    public Triangle(int columns) {
        rows = new double[columns][columns];
        unknowns = columns - 1;
    }

    /// So that it is the triangle of no rows.
    public void clear() {
        for (var row : rows) {
            Arrays.fill(row, 0);
        }
    }

    /// Folds rows in.
    ///
    /// @param block one array a column; overwritten
    public void add(double[]... block) {
        for (int k = 0; k < rows.length; k++) {
            var below = block[k];
            double squares = Vectors.dot(below, below);
            if (squares != 0) {
                reflect(k, squares, block);
            }
        }
    }

    /// H = 1 − v·vᵀ·2/(vᵀv) with v = (head − pivot, below) turns column k into (pivot, 0); the sign of the pivot is
    /// chosen so that nothing cancels in v.
    private void reflect(int k, double squares, double[][] block) {
        double head = rows[k][k];
        double length = Math.sqrt(Math.fma(head, head, squares));
        double pivot = head > 0 ? -length : length;
        double first = head - pivot;
        double factor = 1 / (length * (length + Math.abs(head)));
        for (int j = k + 1; j < rows.length; j++) {
            double share = factor * Math.fma(first, rows[k][j], Vectors.dot(block[k], block[j]));
            rows[k][j] = Math.fma(-share, first, rows[k][j]);
            Vectors.add(-share, block[k], block[j]);
        }
        rows[k][k] = pivot;
    }

    /// The x that makes |A·x + b|² + |diag(weights)·x|² least, where b is the right-hand side; it may not be finite if
    /// there is no such weight and A lacks rank.
    double[] step(double[] weights) {
        var damped = new Triangle(rows.length);
        for (int k = 0; k < rows.length; k++) {
            System.arraycopy(rows[k], 0, damped.rows[k], 0, rows.length);
        }
        var diagonal = new double[rows.length][unknowns];
        for (int j = 0; j < unknowns; j++) {
            diagonal[j][j] = weights[j];
        }
        damped.add(diagonal);
        return damped.solved();
    }

    private double[] solved() {
        var x = new double[unknowns];
        for (int i = unknowns - 1; i >= 0; i--) {
            double rest = -rows[i][unknowns];
            for (int j = i + 1; j < unknowns; j++) {
                rest = Math.fma(-rows[i][j], x[j], rest);
            }
            x[i] = rest / rows[i][i];
        }
        return x;
    }

    /// |A·x|².
    double squaresOf(double[] x) {
        double sum = 0;
        for (int i = 0; i < unknowns; i++) {
            double product = 0;
            for (int j = i; j < unknowns; j++) {
                product = Math.fma(rows[i][j], x[j], product);
            }
            sum = Math.fma(product, product, sum);
        }
        return sum;
    }

    /// The length of a column of A.
    double length(int column) {
        double sum = 0;
        for (int i = 0; i <= column; i++) {
            sum = Math.fma(rows[i][column], rows[i][column], sum);
        }
        return Math.sqrt(sum);
    }

    /// How much of |b|² some A·x could take away.
    double removable() {
        double sum = 0;
        for (int i = 0; i < unknowns; i++) {
            sum = Math.fma(rows[i][unknowns], rows[i][unknowns], sum);
        }
        return sum;
    }

    /// Aᵀ·b.
    public double[] gradient() {
        var gradient = new double[unknowns];
        for (int j = 0; j < unknowns; j++) {
            for (int i = 0; i <= j; i++) {
                gradient[j] = Math.fma(rows[i][j], rows[i][unknowns], gradient[j]);
            }
        }
        return gradient;
    }

    public boolean isFinite() {
        for (var row : rows) {
            if (!Double.isFinite(Vectors.largest(row))) {
                return false;
            }
        }
        return true;
    }

    /// (AᵀA)⁻¹ = R⁻¹R⁻ᵀ, of A without its last column; empty if those columns are dependent as far as digits tell.
    public Optional<double[][]> inverseOfSquare() {
        var inverse = new double[unknowns][unknowns]; // of R with columns of length 1
        var product = new double[unknowns][unknowns];
        for (int j = 0; j < unknowns; j++) {
            for (int i = j; i >= 0; i--) {
                double rest = i == j ? 1 : 0;
                for (int k = i + 1; k <= j; k++) {
                    rest = Math.fma(-rows[i][k] / length(k), inverse[k][j], rest);
                }
                inverse[i][j] = rest / (rows[i][i] / length(i));
            }
        }
        for (int i = 0; i < unknowns; i++) {
            for (int j = 0; j <= i; j++) {
                double sum = 0;
                for (int k = i; k < unknowns; k++) {
                    sum = Math.fma(inverse[i][k], inverse[j][k], sum);
                }
                product[i][j] = sum / length(i) / length(j);
                product[j][i] = product[i][j];
            }
            double share = 1 / Vectors.length(inverse[i]); // of column i that the others do not explain
            if (!(share > LEAST_SHARE) || !Double.isFinite(product[i][i])) {
                return Optional.empty();
            }
        }
        return Optional.of(product);
    }
}
