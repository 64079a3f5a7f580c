package io.chainrule.engine.expression;

import org.jspecify.annotations.Nullable;

/// A name that means nothing here, with the known one that is nearest to it.
public final class UnknownNameException extends ExpressionException {

    private static final long serialVersionUID = 1;

    private final String name;
    private final @Nullable String nearest;
    private final @Nullable Integer position;
    private final String pointer;
    private final String place;

    UnknownNameException(
            String name,
            @Nullable String nearest,
            @Nullable Integer position,
            String pointer,
            String place,
            String message,
            String fix) {
        super(message, fix);
        this.name = name;
        this.nearest = nearest;
        this.position = position;
        this.pointer = pointer;
        this.place = place;
    }

    public String name() {
        return name;
    }

    public @Nullable String nearest() {
        return nearest;
    }

    /// Offset into the text; absent for a tree, and for a name that was asked for beside the expression.
    public @Nullable Integer position() {
        return position;
    }

    /// Place in the tree (RFC 6901); empty for text.
    public String pointer() {
        return pointer;
    }

    /// The name of the field that mentions it: `expression`, `wrt`, `direction` or `claimed`.
    public String place() {
        return place;
    }
}
