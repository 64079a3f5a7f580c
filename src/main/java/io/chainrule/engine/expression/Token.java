package io.chainrule.engine.expression;

/// The smallest piece of text that means something, as it stands there from `start` up to `end`.
record Token(Kind kind, String text, int start, int end) {

    enum Kind {
        NUMBER,
        NAME,
        /// A name in backticks; `text` is what stands between them.
        QUOTED_NAME,
        SYMBOL,
        END
    }

    boolean is(String symbol) {
        return kind == Kind.SYMBOL && text.equals(symbol);
    }

    /// Whether an operand may begin with it.
    boolean opensOperand() {
        return switch (kind) {
            case NUMBER, NAME, QUOTED_NAME -> true;
            case SYMBOL -> is("(");
            case END -> false;
        };
    }
}
