package io.chainrule.learning.training;

/// A training run that would need more than a limit allows.
public final class BudgetExceededException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final long estimate;
    private final long limit;
    private final String fix;

    BudgetExceededException(String what, long estimate, long limit, String fix) {
        super("This training would need %d %s; the limit is %d".formatted(estimate, what, limit));
        this.estimate = estimate;
        this.limit = limit;
        this.fix = fix;
    }

    public long estimate() {
        return estimate;
    }

    public long limit() {
        return limit;
    }

    /// What would fit.
    public String fix() {
        return fix;
    }
}
