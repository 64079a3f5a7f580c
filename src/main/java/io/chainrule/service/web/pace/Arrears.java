package io.chainrule.service.web.pace;

/// How long a client has let the service wait beyond what the bytes that have gone meanwhile are worth. What has come
/// early counts for nothing later: nobody may send much at once and then hold that with a byte now and then.
final class Arrears {

    private double nanos;
    private long bytes;

    /// @param waited nanoseconds since the last time
    /// @param gone bytes since the beginning
    void add(long waited, long gone, Pace pace) {
        nanos = Math.max(0, nanos + waited - pace.nanosFor(gone - bytes));
        bytes = gone;
    }

    boolean areBeyond(Pace pace) {
        return nanos > pace.grace().toNanos();
    }
}
