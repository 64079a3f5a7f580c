package io.chainrule.service.job.repetition;

/// A key that stands for one request came with another one.
public final class KeyReusedException extends RuntimeException {

    private static final long serialVersionUID = 1;

    KeyReusedException(String key) {
        super("The Idempotency-Key \"" + key + "\" came with another request before");
    }
}
