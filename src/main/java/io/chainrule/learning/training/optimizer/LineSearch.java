package io.chainrule.learning.training.optimizer;

/// Looks along a line for a step that is neither too long nor too short, by the strong Wolfe conditions
///
///     φ(α) ≤ φ(0) + c₁·α·φ′(0)   and   |φ′(α)| ≤ c₂·|φ′(0)|,   c₁ = 0.0001, c₂ = 0.9.
///
/// Quasi-Newton descents need the second one: it makes the curvature along the step positive.
final class LineSearch {

    static final double DECREASE = 1e-4;
    static final double FLATTENING = 0.9;
    private static final int MOST_TRIALS = 60;

    /// Values that differ by less may differ by rounding alone; slopes then tell better whether they fall.
    private static final double ROUNDING = 0x1p-46;

    private final Objective objective;
    private final Point farthest; // of those that fall enough but are still steep

    LineSearch(Objective objective, Point like) {
        this.objective = objective;
        this.farthest = Point.beside(like);
    }

    /// Whether there is a lower point; `result` then is the one that was chosen.
    ///
    /// If the conditions cannot be met, as at a kink, it is the farthest that falls enough; and if a value is
    /// -Infinity, that one: nothing is lower.
    boolean search(Point start, double[] direction, double firstStep, Point result) {
        double slope = start.slope(direction);
        if (!(slope < 0 && Double.isFinite(slope))) {
            return false;
        }
        var bracket = new Bracket(start.value(), slope);
        double step = firstStep;
        for (int trial = 1; trial <= MOST_TRIALS; trial++) {
            result.move(start, step, direction, objective);
            double along = result.slope(direction);
            if (result.value() == Double.NEGATIVE_INFINITY) {
                return true;
            }
            if (!falls(start, slope, step, result, along)) {
                bracket.isTooLong(step, result.value(), along);
            } else if (Math.abs(along) <= FLATTENING * -slope) {
                return true;
            } else if (along > 0) {
                bracket.isTooLong(step, result.value(), along);
            } else {
                bracket.isTooShort(step, result.value(), along);
                farthest.copy(result);
            }
            step = bracket.between(trial);
            if (!bracket.isInside(step)) {
                break;
            }
        }
        result.copy(farthest);
        return bracket.shorter() > 0 && result.value() < start.value();
    }

    private static boolean falls(Point start, double slope, double step, Point trial, double along) {
        if (!trial.isFinite()) {
            return false;
        }
        double value = start.value();
        return trial.value() <= value + DECREASE * step * slope
                || (Math.abs(trial.value() - value) <= ROUNDING * Math.abs(value)
                        && along <= (2 * DECREASE - 1) * slope
                        && trial.gradientNorm() < start.gradientNorm());
    }
}
