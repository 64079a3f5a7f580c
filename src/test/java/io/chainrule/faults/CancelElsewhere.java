package io.chainrule.faults;

import java.time.Duration;

/// Cancels jobs at a replica that does not train them, and looks at them at the third.
final class CancelElsewhere {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Replicas replicas;

    CancelElsewhere(Replicas replicas) {
        this.replicas = replicas;
    }

    /// @return how long the slowest of so many cancels took, from the request until the job was seen at rest
    Duration slowestOf(int cancels) {
        var slowest = Duration.ZERO;
        for (int i = 0; i < cancels; i++) {
            var took = cancel();
            slowest = took.compareTo(slowest) > 0 ? took : slowest;
        }
        return slowest;
    }

    private Duration cancel() {
        var job = replicas.post(replicas.workload().endless());
        replicas.awaitRunning(job);
        var others = replicas.othersThan(replicas.worker(job));
        long began = System.nanoTime();
        replicas.cancel(others.getFirst(), job);
        Replicas.await(
                PATIENCE,
                () -> Replicas.job(others.getLast(), job)
                        .get("state")
                        .stringValue()
                        .equals("cancelled"));
        return Duration.ofNanos(System.nanoTime() - began);
    }
}
