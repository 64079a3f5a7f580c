package io.chainrule.learning.training.optimizer;

/// What a Hessian H says about the way down. Variables are measured in units that make its diagonal 1, so that it does
/// not matter whether one of them is in metres or in miles.
final class QuadraticModel {

    /// Curvature below this may be rounding.
    private static final double FLAT = 1e-8;

    private static final double LEAST_SHIFT = 1e-3;

    private final double[] units;
    private final double[][] scaled;

    private QuadraticModel(double[] units, double[][] scaled) {
        this.units = units;
        this.scaled = scaled;
    }

    static QuadraticModel of(double[][] hessian) {
        int size = hessian.length;
        var units = new double[size];
        for (int i = 0; i < size; i++) {
            double curvature = Math.abs(hessian[i][i]);
            double largest = Vectors.largest(hessian[i]);
            units[i] = 1 / Math.sqrt(curvature > FLAT * largest ? curvature : largest > 0 ? largest : 1);
        }
        var scaled = new double[size][size];
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < size; j++) {
                scaled[i][j] = hessian[i][j] * units[i] * units[j];
            }
        }
        return new QuadraticModel(units, scaled);
    }

    boolean isFinite() {
        for (var row : scaled) {
            if (!Double.isFinite(Vectors.largest(row))) {
                return false;
            }
        }
        return true;
    }

    /// The Newton step −H⁻¹g if H is positive definite. Otherwise H gets enough added to its diagonal to be
    /// so, and the step is no longer than the way from the origin or 1: such a model is not to be trusted far
    /// away.
    void descent(Point point, double[] direction) {
        for (int i = 0; i < units.length; i++) {
            direction[i] = -point.gradient[i] * units[i];
        }
        double shift = 0;
        while (!Cholesky.solve(scaled, shift, direction)) {
            shift = Math.max(LEAST_SHIFT, 2 * shift);
        }
        for (int i = 0; i < units.length; i++) {
            direction[i] *= units[i];
        }
        double longest = Math.max(1, point.distance());
        double length = Vectors.largest(direction);
        if (shift > 0 && length > longest) {
            Vectors.scale(longest / length, direction, direction);
        }
    }

    /// The curvature along the direction that curves down most, which is written so that it does not go up
    /// the gradient; 0 if none curves down.
    double mostNegativeCurvature(Point point, double[] direction) {
        var eigenvectors = Eigenvectors.of(scaled);
        int least = eigenvectors.least();
        double curvature = eigenvectors.values()[least];
        if (curvature >= -FLAT) {
            return 0;
        }
        for (int i = 0; i < units.length; i++) {
            direction[i] = eigenvectors.vectors()[i][least] * units[i];
        }
        if (point.slope(direction) > 0) {
            Vectors.scale(-1, direction, direction);
        }
        return curvature;
    }
}
