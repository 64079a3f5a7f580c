package io.chainrule.learning.training;

/// A training run that would need more than a limit allows.
public final class BudgetExceededException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final long estimate;
    private final long limit;
    private final String fix;

    private BudgetExceededException(String message, long estimate, long limit, String fix) {
        super(message);
        this.estimate = estimate;
        this.limit = limit;
        this.fix = fix;
    }

    static BudgetExceededException of(String what, long estimate, long limit, String fix) {
        var message = "This training would need %d %s; the limit is %d".formatted(estimate, what, limit);
        return new BudgetExceededException(message, estimate, limit, fix);
    }

    /// The same, said of one training among several.
    public BudgetExceededException in(String which) {
        return new BudgetExceededException(which + ": " + getMessage(), estimate, limit, fix);
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
