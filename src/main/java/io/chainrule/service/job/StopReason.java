package io.chainrule.service.job;

/// Why a succeeded job trained no further.
public enum StopReason {
    /// It has done all that it was asked for.
    EPOCHS("epochs"),
    /// It has come to the end of its `maxSeconds`.
    TIME_LIMIT("time-limit");

    private final String wireName;

    StopReason(String wireName) {
        this.wireName = wireName;
    }

    public String wireName() {
        return wireName;
    }
}
