package io.chainrule.learning.training.optimizer;

/// Solves equations with a positive definite matrix A = L·Lᵀ.
final class Cholesky {

    /// A smaller pivot, of a matrix with ones on its diagonal, is rounding.
    private static final double LEAST_PIVOT = 1e-14;

    private Cholesky() {}

    /// Replaces b by the x of (A + shift·1)·x = b. False, and b stays, if that matrix is not positive definite.
    static boolean solve(double[][] matrix, double shift, double[] b) {
        var lower = factor(matrix, shift);
        if (lower.length == 0) {
            return false;
        }
        for (int i = 0; i < b.length; i++) {
            for (int j = 0; j < i; j++) {
                b[i] = Math.fma(-lower[i][j], b[j], b[i]);
            }
            b[i] /= lower[i][i];
        }
        for (int i = b.length - 1; i >= 0; i--) {
            for (int j = i + 1; j < b.length; j++) {
                b[i] = Math.fma(-lower[j][i], b[j], b[i]);
            }
            b[i] /= lower[i][i];
        }
        return true;
    }

    /// L, or nothing.
    private static double[][] factor(double[][] matrix, double shift) {
        int size = matrix.length;
        var lower = new double[size][];
        for (int i = 0; i < size; i++) {
            lower[i] = new double[i + 1];
            for (int j = 0; j <= i; j++) {
                double rest = i == j ? matrix[i][j] + shift : matrix[i][j];
                for (int k = 0; k < j; k++) {
                    rest = Math.fma(-lower[i][k], lower[j][k], rest);
                }
                if (j < i) {
                    lower[i][j] = rest / lower[j][j];
                } else if (rest > LEAST_PIVOT) {
                    lower[i][i] = Math.sqrt(rest);
                } else {
                    return new double[0][];
                }
            }
        }
        return lower;
    }
}
