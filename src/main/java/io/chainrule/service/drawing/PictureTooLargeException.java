package io.chainrule.service.drawing;

/// There is too much in it for a picture that anybody could read.
public final class PictureTooLargeException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final int limit;

    public PictureTooLargeException(String what, int count, int limit) {
        super("A picture may show at most %,d %s, but here are %,d".formatted(limit, what, count));
        this.limit = limit;
    }

    public int limit() {
        return limit;
    }
}
