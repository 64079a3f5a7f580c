package io.chainrule.learning.training.optimizer;

/// A place, with value and gradient of an objective there.
public final class Point {

    final double[] at;
    final double[] gradient;
    private double value;

    private Point(double[] at) {
        this.at = at;
        this.gradient = new double[at.length];
    }

    static Point of(Objective objective, double[] at) {
        var point = new Point(at.clone());
        point.evaluate(objective);
        return point;
    }

    /// A point without a place yet.
    static Point beside(Point other) {
        return new Point(new double[other.at.length]);
    }

    /// Moves to other + step·direction.
    void move(Point other, double step, double[] direction, Objective objective) {
        for (int i = 0; i < at.length; i++) {
            at[i] = Math.fma(step, direction[i], other.at[i]);
        }
        evaluate(objective);
    }

    void copy(Point other) {
        System.arraycopy(other.at, 0, at, 0, at.length);
        System.arraycopy(other.gradient, 0, gradient, 0, gradient.length);
        value = other.value;
    }

    void restore(double[] at, double[] gradient, double value) {
        System.arraycopy(at, 0, this.at, 0, at.length);
        System.arraycopy(gradient, 0, this.gradient, 0, gradient.length);
        this.value = value;
    }

    void evaluate(Objective objective) {
        value = objective.evaluate(at, gradient);
    }

    public double value() {
        return value;
    }

    /// A copy of the coordinates.
    public double[] coordinates() {
        return at.clone();
    }

    /// The largest absolute component of the gradient.
    public double gradientNorm() {
        return Vectors.largest(gradient);
    }

    /// The largest absolute coordinate.
    public double distance() {
        return Vectors.largest(at);
    }

    /// Whether value and gradient are numbers.
    public boolean isFinite() {
        return Double.isFinite(value) && Double.isFinite(gradientNorm());
    }

    /// Against the gradient, with steps of at most 1: without curvature nothing tells how far to go.
    void descent(double[] direction) {
        Vectors.scale(-1 / Math.max(1, gradientNorm()), gradient, direction);
    }

    /// The slope along a direction.
    double slope(double[] direction) {
        return Vectors.dot(gradient, direction);
    }
}
