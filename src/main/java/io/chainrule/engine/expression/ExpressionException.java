package io.chainrule.engine.expression;

/// What can be wrong with an expression that somebody wrote. The message says what was met, `fix` what would help.
public abstract sealed class ExpressionException extends RuntimeException
        permits ExpressionSyntaxException,
                ExpressionTooComplexException,
                MissingVariableException,
                UnknownNameException {

    private static final long serialVersionUID = 1;

    private final String fix;

    ExpressionException(String message, String fix) {
        super(message);
        this.fix = fix;
    }

    public String fix() {
        return fix;
    }
}
