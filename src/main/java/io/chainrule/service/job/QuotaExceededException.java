package io.chainrule.service.job;

/// An owner would have more than is allowed.
public final class QuotaExceededException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final long limit;
    private final String fix;

    QuotaExceededException(String message, long limit, String fix) {
        super(message);
        this.limit = limit;
        this.fix = fix;
    }

    public long limit() {
        return limit;
    }

    public String fix() {
        return fix;
    }
}
