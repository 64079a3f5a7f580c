package io.chainrule.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;

/// The replica that trains a job is killed, and another one goes on with it.
final class KilledWorker {

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final Replicas replicas;

    KilledWorker(Replicas replicas) {
        this.replicas = replicas;
    }

    /// Kills whoever trains this job, and starts it again when another one has taken the job over.
    ///
    /// @return how long nobody trained it
    Duration of(String job) {
        var victim = replicas.worker(job);
        victim.kill();
        var silence = Replicas.await(
                PATIENCE,
                () -> replicas.jobs().attempt(job) == 2
                        && replicas.jobs().state(job).equals("running"));
        assertThat(replicas.worker(job)).isNotSameAs(victim);
        victim.relaunch();
        return silence;
    }
}
