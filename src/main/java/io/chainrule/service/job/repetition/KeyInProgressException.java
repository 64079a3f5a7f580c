package io.chainrule.service.job.repetition;

/// The first request of a key has not been answered yet.
public final class KeyInProgressException extends RuntimeException {

    private static final long serialVersionUID = 1;

    KeyInProgressException(String key) {
        super("The request with the Idempotency-Key \"" + key + "\" is still being worked on");
    }
}
