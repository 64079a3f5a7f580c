package io.chainrule.service.job;

import java.util.Locale;

/// What a client can ask of an unfinished job.
public enum JobAction {
    CANCEL,
    PAUSE,
    RESUME;

    /// As it stands in paths and in `allowedActions`.
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
