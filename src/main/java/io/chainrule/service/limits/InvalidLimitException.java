package io.chainrule.service.limits;

/// A limit is set to what it cannot be, so the service does not start.
final class InvalidLimitException extends RuntimeException {

    private static final long serialVersionUID = 1;

    InvalidLimitException(String message) {
        super(message);
    }
}
