package io.chainrule.service.json;

import io.chainrule.engine.expression.ExpressionException;

/// An expression that cannot be used, and the JSON pointer to where it stands.
public final class MisreadExpressionException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final String pointer;
    private final ExpressionException reason;

    public MisreadExpressionException(String pointer, ExpressionException reason) {
        super(reason.getMessage(), reason);
        this.pointer = pointer;
        this.reason = reason;
    }

    public String pointer() {
        return pointer;
    }

    public ExpressionException reason() {
        return reason;
    }
}
