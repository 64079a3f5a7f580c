package io.chainrule.service.job;

/// Why a succeeded job trained no further.
public enum StopReason {
    EPOCHS("epochs");

    private final String wireName;

    StopReason(String wireName) {
        this.wireName = wireName;
    }

    public String wireName() {
        return wireName;
    }
}
