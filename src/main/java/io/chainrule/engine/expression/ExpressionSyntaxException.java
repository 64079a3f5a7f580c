package io.chainrule.engine.expression;

import org.jspecify.annotations.Nullable;

/// Text or a tree that is no expression: where, what was expected there, and what would help.
public final class ExpressionSyntaxException extends ExpressionException {

    private static final long serialVersionUID = 1;

    private final @Nullable Integer position;
    private final String pointer;
    private final String expected;

    private ExpressionSyntaxException(
            @Nullable Integer position, String pointer, String expected, String message, String hint) {
        super(message, hint);
        this.position = position;
        this.pointer = pointer;
        this.expected = expected;
    }

    static ExpressionSyntaxException inText(int position, String expected, String message, String hint) {
        return new ExpressionSyntaxException(position, "", expected, message, hint);
    }

    static ExpressionSyntaxException inTree(String pointer, String expected, String message, String hint) {
        return new ExpressionSyntaxException(null, pointer, expected, message, hint);
    }

    /// Offset into the text; absent for a tree.
    public @Nullable Integer position() {
        return position;
    }

    /// Place in the tree (RFC 6901); empty for text.
    public String pointer() {
        return pointer;
    }

    public String expected() {
        return expected;
    }
}
