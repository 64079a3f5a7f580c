package io.chainrule.learning.training.optimizer;

/// Two steps along a line with an acceptable one between them: at `shorter` the function falls steeply, at `longer` it
/// has risen or rises. At first nothing is known to be too long.
///
/// Whichever end a trial replaces, both properties last, so the bracket can only close in on an acceptable step.
final class Bracket {

    private double shorter = 0;
    private double shorterValue;
    private double shorterSlope;
    private double longer = Double.POSITIVE_INFINITY;
    private double longerValue;
    private double longerSlope;
    private double previous; // the last too short step but one
    private double previousSlope;

    Bracket(double value, double slope) {
        shorterValue = value;
        shorterSlope = slope;
    }

    double shorter() {
        return shorter;
    }

    void isTooShort(double step, double value, double slope) {
        previous = shorter;
        previousSlope = shorterSlope;
        shorter = step;
        shorterValue = value;
        shorterSlope = slope;
    }

    void isTooLong(double step, double value, double slope) {
        longer = step;
        longerValue = value;
        longerSlope = slope;
    }

    boolean isInside(double step) {
        return shorter < step && step < longer;
    }

    /// Where to look next. Every third time it is the middle, so that the bracket shrinks whatever the function is
    /// like.
    double between(int trial) {
        if (longer == Double.POSITIVE_INFINITY) {
            return beyond();
        }
        double width = longer - shorter;
        double middle = shorter + width / 2;
        if (trial % 3 == 0) {
            return middle;
        }
        double guess = cubicMinimum();
        return Double.isNaN(guess) ? middle : Math.clamp(guess, shorter + width / 10, longer - width / 10);
    }

    /// Where the slope would vanish if it went on changing as it did, but at least half and at most nine times as far
    /// again.
    private double beyond() {
        double guess = shorter - shorterSlope * (shorter - previous) / (shorterSlope - previousSlope);
        double most = 10 * shorter;
        return guess > 0 ? Math.clamp(guess, 1.5 * shorter, most) : most;
    }

    /// The lowest place of the cubic that has the values and slopes of both ends; NaN if it has none.
    private double cubicMinimum() {
        double width = longer - shorter;
        double mean = shorterSlope + longerSlope - 3 * (longerValue - shorterValue) / width;
        double root = Math.sqrt(mean * mean - shorterSlope * longerSlope);
        return longer - width * (longerSlope + root - mean) / (longerSlope - shorterSlope + 2 * root);
    }
}
