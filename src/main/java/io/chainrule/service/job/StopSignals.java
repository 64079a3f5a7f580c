package io.chainrule.service.job;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/// Tells the workers of this process that a client wants their job to stop, so that they need not ask the database at
/// every step.
@Component
class StopSignals {

    private final Map<String, StopSignal> listening = new ConcurrentHashMap<>();

    /// A signal for the worker that is about to claim a job. Closing it ends the listening.
    StopSignal listen(String job) {
        var signal = new StopSignal(this, job);
        listening.put(job, signal);
        return signal;
    }

    /// To be called when the wish is committed.
    void raise(String job) {
        var signal = listening.get(job);
        if (signal != null) {
            signal.raise();
        }
    }

    /// To be called when a wish may have been missed.
    void raiseAll() {
        listening.values().forEach(StopSignal::raise);
    }

    void forget(StopSignal signal) {
        listening.remove(signal.job(), signal);
    }
}
