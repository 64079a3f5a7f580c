package io.chainrule.service.job;

/// Nothing has this id.
public final class NotFoundException extends RuntimeException {

    private static final long serialVersionUID = 1;

    /// Says what is missing.
    ///
    /// @param kind what was looked for, in words: `training job`
    public NotFoundException(String kind, String id) {
        super("There is no " + kind + " \"" + id + "\"");
    }
}
