package io.chainrule.learning.training.optimizer;

import org.jspecify.annotations.Nullable;

/// Newton's method where the Hessian is positive definite, and a way down where it is not: negative curvature turns the
/// step around, and a saddle or maximum, where the gradient vanishes, is left along it.
final class SafeguardedNewton implements Descent {

    private static final int MOST_HALVINGS = 40;

    private final CurvedObjective objective;
    private final LineSearch lineSearch;
    private final double tolerance;
    private final double[][] hessian;
    private final double[] direction;
    private Point point;
    private Point next;
    private @Nullable QuadraticModel model; // at the point
    private boolean leavesSaddle; // next is lower, although the gradient vanishes

    SafeguardedNewton(CurvedObjective objective, double[] start, double tolerance) {
        this.objective = objective;
        this.tolerance = tolerance;
        this.point = Point.of(objective, start);
        this.next = Point.beside(point);
        this.hessian = new double[start.length][start.length];
        this.direction = new double[start.length];
        this.lineSearch = new LineSearch(objective, point);
    }

    @Override
    public Point point() {
        return point;
    }

    @Override
    public boolean isSettled() {
        if (!(point.gradientNorm() <= tolerance)) {
            return false;
        }
        if (!leavesSaddle) {
            leavesSaddle = fallsAlongNegativeCurvature();
        }
        return !leavesSaddle;
    }

    @Override
    public boolean advance() {
        if (!leavesSaddle && !findsStep()) {
            return false;
        }
        var passed = point;
        point = next;
        next = passed;
        model = null;
        leavesSaddle = false;
        return true;
    }

    private boolean findsStep() {
        if (model().isFinite()) {
            model().descent(point, direction);
            if (lineSearch.search(point, direction, 1, next)) {
                return true;
            }
        }
        point.descent(direction);
        return lineSearch.search(point, direction, 1, next);
    }

    /// A step α along negative curvature κ should win ½·|κ|·α²; a quarter of that is enough.
    private boolean fallsAlongNegativeCurvature() {
        if (!point.isFinite() || !model().isFinite()) {
            return false;
        }
        double curvature = model().mostNegativeCurvature(point, direction);
        double step = 1;
        for (int i = 0; i < MOST_HALVINGS && curvature < 0; i++) {
            next.move(point, step, direction, objective);
            if (next.value() < point.value() + curvature * step * step / 8) {
                return true;
            }
            step /= 2;
        }
        return false;
    }

    private QuadraticModel model() {
        if (model == null) {
            objective.hessian(point.at, hessian);
            model = QuadraticModel.of(hessian);
        }
        return model;
    }
}
