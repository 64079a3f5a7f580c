package io.chainrule.engine.graph;

/// Operands whose shapes do not fit the primitive they were given to.
public final class ShapeMismatchException extends RuntimeException {

    private static final long serialVersionUID = 1;

    ShapeMismatchException(String message) {
        super(message);
    }
}
