package io.chainrule.service.job;

/// A page token that no list has given out.
public final class InvalidPageTokenException extends RuntimeException {

    private static final long serialVersionUID = 1;

    public InvalidPageTokenException(String token) {
        super("\"" + token + "\" is no page token");
    }
}
