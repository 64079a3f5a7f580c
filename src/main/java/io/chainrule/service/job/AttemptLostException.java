package io.chainrule.service.job;

/// Another worker has claimed the job since: whoever sees this must stop at once and write nothing.
public final class AttemptLostException extends RuntimeException {

    private static final long serialVersionUID = 1;

    public AttemptLostException(String job, int attempt) {
        super("Attempt " + attempt + " of job \"" + job + "\" has been taken over");
    }
}
