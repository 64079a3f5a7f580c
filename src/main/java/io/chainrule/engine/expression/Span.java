package io.chainrule.engine.expression;

/// A stretch of the text: from the offset `start` up to, and not including, `end`.
public record Span(int start, int end) {

    public Span {
        if (start < 0 || end < start) {
            throw new IllegalArgumentException("A span runs forward from 0 on, but got " + start + " to " + end);
        }
    }
}
