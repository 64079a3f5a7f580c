package io.chainrule.learning.training;

/// A checkpoint that cannot be gone on from.
public final class CheckpointInvalidException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    CheckpointInvalidException(String message) {
        super(message);
    }
}
