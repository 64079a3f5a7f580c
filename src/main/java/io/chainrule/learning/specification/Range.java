package io.chainrule.learning.specification;

/// The numbers a setting takes: an interval with open or closed ends, and whether it admits infinity and NaN.
public record Range(double least, boolean leastIncluded, double greatest, boolean greatestIncluded, boolean finite) {

    static Range of(Setting setting) {
        return new Range(
                Math.max(setting.min(), setting.above()),
                setting.min() > setting.above(),
                Math.min(setting.max(), setting.below()),
                setting.max() < setting.below(),
                setting.finite());
    }

    /// The same, with a greatest value that is included.
    Range upTo(double most) {
        return new Range(least, leastIncluded, most, true, finite);
    }

    public boolean hasLeast() {
        return least != Double.NEGATIVE_INFINITY;
    }

    public boolean hasGreatest() {
        return greatest != Double.POSITIVE_INFINITY;
    }

    public boolean contains(double value) {
        if (!Double.isFinite(value) && finite) {
            return false;
        }
        return !(hasLeast() && !(leastIncluded ? value >= least : value > least))
                && !(hasGreatest() && !(greatestIncluded ? value <= greatest : value < greatest));
    }

    /// In words that continue "learningRate must be".
    public String inWords() {
        var lower = (leastIncluded ? "at least " : "above ") + Wording.number(least);
        var upper = (greatestIncluded ? "at most " : "below ") + Wording.number(greatest);
        if (hasLeast() && hasGreatest()) {
            return lower + " and " + upper;
        }
        return hasLeast() ? lower : hasGreatest() ? upper : finite ? "a finite number" : "a number";
    }
}
