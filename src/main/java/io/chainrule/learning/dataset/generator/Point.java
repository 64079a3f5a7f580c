package io.chainrule.learning.dataset.generator;

/// A place in the plane.
record Point(double x, double y) {

    /// At an angle and a distance from the origin.
    static Point polar(double angle, double radius) {
        return new Point(radius * StrictMath.cos(angle), radius * StrictMath.sin(angle));
    }
}
