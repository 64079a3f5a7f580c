package io.chainrule.service.job;

/// A dataset that an unfinished job still needs.
public final class DatasetInUseException extends RuntimeException {

    private static final long serialVersionUID = 1;

    public DatasetInUseException(String id, int unfinishedJobs) {
        super("Dataset \"" + id + "\" is needed by "
                + (unfinishedJobs == 1 ? "1 unfinished job" : unfinishedJobs + " unfinished jobs"));
    }
}
