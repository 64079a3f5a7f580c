package io.chainrule.service.job;

/// Whether a worker should look at its job's state, because it has likely been cancelled.
final class StopSignal implements AutoCloseable {

    private final StopSignals signals;
    private final String job;
    private volatile boolean raised;

    StopSignal(StopSignals signals, String job) {
        this.signals = signals;
        this.job = job;
    }

    String job() {
        return job;
    }

    boolean isRaised() {
        return raised;
    }

    void raise() {
        raised = true;
    }

    @Override
    public void close() {
        signals.forget(this);
    }
}
