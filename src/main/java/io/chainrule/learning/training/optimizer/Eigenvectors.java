package io.chainrule.learning.training.optimizer;

/// A symmetric matrix as Q·Λ·Qᵀ, by Jacobi's rotations: slow, simple and accurate.
///
/// @param values on the diagonal of Λ
/// @param vectors Q, one eigenvector a column
@SuppressWarnings("ArrayRecordComponent") // nobody compares them
record Eigenvectors(double[] values, double[][] vectors) {

    private static final int MOST_SWEEPS = 30;
    private static final double ROUNDING = 0x1p-54;

    static Eigenvectors of(double[][] matrix) {
        int size = matrix.length;
        var a = new double[size][];
        var q = new double[size][size];
        for (int i = 0; i < size; i++) {
            a[i] = matrix[i].clone();
            q[i][i] = 1;
        }
        double negligible = 0;
        for (var row : matrix) {
            negligible = Math.max(negligible, ROUNDING * Vectors.largest(row));
        }
        int sweeps = 0;
        while (sweeps < MOST_SWEEPS && sweep(a, q, negligible)) {
            sweeps++;
        }
        var values = new double[size];
        for (int i = 0; i < size; i++) {
            values[i] = a[i][i];
        }
        return new Eigenvectors(values, q);
    }

    /// The position of the least eigenvalue.
    int least() {
        int least = 0;
        for (int i = 1; i < values.length; i++) {
            least = values[i] < values[least] ? i : least;
        }
        return least;
    }

    /// Turns every pair of axes so that their entry vanishes; false if all had vanished already.
    private static boolean sweep(double[][] a, double[][] q, double negligible) {
        boolean turned = false;
        for (int i = 0; i < a.length; i++) {
            for (int j = i + 1; j < a.length; j++) {
                if (Math.abs(a[i][j]) > negligible) {
                    turn(a, q, i, j);
                    turned = true;
                }
            }
        }
        return turned;
    }

    private static void turn(double[][] a, double[][] q, int i, int j) {
        double cotangent = (a[j][j] - a[i][i]) / (2 * a[i][j]); // of twice the angle
        double tangent = Math.copySign(1, cotangent) / (Math.abs(cotangent) + Math.sqrt(cotangent * cotangent + 1));
        double cosine = 1 / Math.sqrt(1 + tangent * tangent);
        double sine = tangent * cosine;
        for (int k = 0; k < a.length; k++) {
            double x = a[k][i];
            double y = a[k][j];
            a[k][i] = cosine * x - sine * y;
            a[k][j] = sine * x + cosine * y;
        }
        for (int k = 0; k < a.length; k++) {
            double x = a[i][k];
            double y = a[j][k];
            a[i][k] = cosine * x - sine * y;
            a[j][k] = sine * x + cosine * y;
        }
        for (var row : q) {
            double x = row[i];
            double y = row[j];
            row[i] = cosine * x - sine * y;
            row[j] = sine * x + cosine * y;
        }
    }
}
