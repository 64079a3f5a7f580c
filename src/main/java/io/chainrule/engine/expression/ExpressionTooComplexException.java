package io.chainrule.engine.expression;

/// An expression beyond one of the [ExpressionLimits].
public final class ExpressionTooComplexException extends ExpressionException {

    private static final long serialVersionUID = 1;

    private final int limit;

    ExpressionTooComplexException(String unit, int limit, String fix) {
        super("An expression may have at most %d %s".formatted(limit, unit), fix);
        this.limit = limit;
    }

    public int limit() {
        return limit;
    }
}
