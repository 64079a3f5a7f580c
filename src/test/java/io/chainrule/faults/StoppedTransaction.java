package io.chainrule.faults;

import java.time.Duration;

/// The replica that trains a job is stopped in the middle of a transaction that has locked the job's row.
final class StoppedTransaction {

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final Replicas replicas;

    StoppedTransaction(Replicas replicas) {
        this.replicas = replicas;
    }

    /// Stops whoever trains this job while it waits to write a checkpoint, which it then may, and wakes it up when
    /// another one has taken the job over.
    ///
    /// @return how long that took
    Duration of(String job) {
        var stopped = replicas.worker(job);
        replicas.transaction().executeWithoutResult(_ -> {
            replicas.database()
                    .sql("lock table checkpoint_chunk in exclusive mode")
                    .update();
            Replicas.await(PATIENCE, () -> sessions("wait_event_type = 'Lock'") > 0);
            stopped.suspend();
        });
        try {
            Replicas.await(PATIENCE, () -> sessions("state = 'idle in transaction'") > 0);
            return Replicas.await(
                    PATIENCE,
                    () -> replicas.jobs().attempt(job) == 2
                            && replicas.jobs().state(job).equals("running"));
        } finally {
            stopped.resume();
        }
    }

    private int sessions(String condition) {
        return replicas.database()
                .sql("select count(*) from pg_stat_activity where datname = current_database() and " + condition)
                .query(Integer.class)
                .single();
    }
}
