package io.chainrule.service.access;

/// The keys that are configured cannot be used, so the service does not start.
public final class InvalidKeysException extends RuntimeException {

    private static final long serialVersionUID = 1;

    InvalidKeysException(String message) {
        super(message);
    }

    InvalidKeysException(String message, Throwable cause) {
        super(message, cause);
    }
}
