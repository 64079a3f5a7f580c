package io.chainrule.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;

/// Two of three replicas train, and one of these is told to end: the third goes on with its job.
final class DrainedReplica {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Replicas replicas;

    DrainedReplica(Replicas replicas) {
        this.replicas = replicas;
    }

    /// @param ending how long the process took to end
    /// @param resuming how long from its end until its job was with another one
    record Drained(Duration ending, Duration resuming) {}

    Drained drain() {
        var workload = replicas.workload();
        var moved = replicas.post(workload.endless());
        var untouched = replicas.post(workload.endless());
        replicas.awaitRunning(moved);
        replicas.awaitRunning(untouched);
        var ended = replicas.worker(moved);
        var ending = ended.terminate();
        var resuming = Replicas.await(
                PATIENCE,
                () -> replicas.jobs().attempt(moved) == 2
                        && replicas.jobs().state(moved).equals("running"));
        assertThat(replicas.jobs().attempt(untouched)).isOne();
        assertThat(replicas.worker(moved)).isNotSameAs(ended);
        replicas.cancel(replicas.worker(moved), moved);
        replicas.cancel(replicas.worker(untouched), untouched);
        replicas.awaitEnds(PATIENCE);
        ended.relaunch();
        ended.await();
        return new Drained(ending, resuming);
    }
}
