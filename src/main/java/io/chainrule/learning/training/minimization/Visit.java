package io.chainrule.learning.training.minimization;

import io.chainrule.learning.training.optimizer.Point;

/// A point as it was after a step.
///
/// @param gradientNorm the largest absolute gradient component
@SuppressWarnings("ArrayRecordComponent") // nobody compares visits
record Visit(int step, double value, double gradientNorm, double[] at) {

    static Visit of(int step, Point point) {
        return new Visit(step, point.value(), point.gradientNorm(), point.coordinates());
    }
}
