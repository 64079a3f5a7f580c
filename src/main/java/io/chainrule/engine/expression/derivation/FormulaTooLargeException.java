package io.chainrule.engine.expression.derivation;

/// A formula that nobody would read. It never leaves the package.
final class FormulaTooLargeException extends RuntimeException {

    private static final long serialVersionUID = 1;

    FormulaTooLargeException(String message) {
        super(message);
    }
}
