package io.chainrule.learning.specification;

/// Work that would need more than a limit allows.
public final class BudgetExceededException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final long estimate;
    private final long limit;
    private final String fix;

    /// Says what would be needed.
    ///
    /// @param fix what would fit
    public BudgetExceededException(String message, long estimate, long limit, String fix) {
        super(message);
        this.estimate = estimate;
        this.limit = limit;
        this.fix = fix;
    }

    /// The same, said of one piece of work among several.
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
