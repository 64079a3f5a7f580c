package io.chainrule.learning.dataset.separability;

/// How much may be computed, in multiplications: the same on every machine, unlike a time.
final class Budget {

    private long left;

    Budget(long multiplications) {
        this.left = multiplications;
    }

    /// Whether there is enough left; if so, it is spent.
    boolean affords(long multiplications) {
        if (multiplications > left) {
            return false;
        }
        left -= multiplications;
        return true;
    }

    /// A part of what is left now, to be spent apart from the rest.
    Budget share(int parts) {
        long part = left / parts;
        left -= part;
        return new Budget(part);
    }

    /// Takes back what a share did not need.
    void takeBack(Budget share) {
        left += share.left;
        share.left = 0;
    }
}
