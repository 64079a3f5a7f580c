package io.chainrule.learning.training;

/// Waits so many epochs for something better.
final class Patience implements Resumable {

    enum Goal {
        LOWER,
        HIGHER;

        /// Whether a value is better than another one by more than `least`.
        boolean isBetter(double value, double than, double least) {
            return switch (this) {
                case LOWER -> value < than - least;
                case HIGHER -> value > than + least;
            };
        }
    }

    private final int epochs;
    private final double least;
    private final Goal goal;
    private double best = Double.NaN;
    private int waited;

    /// @param least by how much it must be better to count
    Patience(int epochs, double least, Goal goal) {
        this.epochs = epochs;
        this.least = least;
        this.goal = goal;
    }

    /// Whether this is better than all before.
    boolean observe(double value) {
        boolean better = isBetter(value);
        if (better) {
            best = value;
        }
        waited = better ? 0 : waited + 1;
        return better;
    }

    /// The first value is the best so far, and what is no number is never better.
    private boolean isBetter(double value) {
        if (Double.isNaN(best)) {
            return !Double.isNaN(value);
        }
        return goal.isBetter(value, best, least);
    }

    boolean isOver() {
        return waited >= epochs;
    }

    /// Waits anew for something better than the best so far.
    void renew() {
        waited = 0;
    }

    @Override
    public void save(StateWriter state) {
        state.put(best).put(waited);
    }

    @Override
    public void restore(StateReader state) {
        best = state.getDouble();
        waited = state.getInt();
    }
}
