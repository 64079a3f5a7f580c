package io.chainrule.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// The replica that trains a job is stopped for three leases, so that another one takes its job over and finishes it.
/// Then the first one goes on as if no time had gone by.
final class SuspendedReplica {

    private static final List<String> ROWS = List.of(
            "select * from training_job where id = ?",
            "select number, content from job_event where job_id = ? order by number",
            "select first_epoch, md5(content) from history_chunk where job_id = ? order by first_epoch",
            "select first_epoch, sequence, md5(content) from frame_chunk where job_id = ? order by first_epoch, sequence",
            "select sequence, md5(content) from checkpoint_chunk where owner = ? order by sequence",
            "select id, created_at from model where job_id = ?");

    /// Within which a worker writes, or finds that it may not.
    private static final Duration WRITES = Duration.ofSeconds(20);

    private final Replicas replicas;

    SuspendedReplica(Replicas replicas) {
        this.replicas = replicas;
    }

    /// @return the job's rows that are not as the second worker has left them
    long rowsWrittenUnderTheOldFence() {
        var job = replicas.post(replicas.workload().of("""
                "epochs": 400, "model": {"type": "mlp", "hidden": [64, 64]}, "batchSize": 8"""));
        replicas.awaitRunning(job);
        var zombie = replicas.worker(job);
        zombie.suspend();
        long stopped = System.nanoTime();
        try {
            Replicas.await(
                    Duration.ofMinutes(1), () -> replicas.jobs().state(job).equals("succeeded"));
            assertThat(replicas.jobs().attempt(job)).isEqualTo(2);
            var longEnough = Replicas.LEASE.multipliedBy(3).minusNanos(System.nanoTime() - stopped);
            ServiceProcess.pause(longEnough.isPositive() ? longEnough : Duration.ZERO);
        } finally {
            zombie.resume();
        }
        var left = rows(job);
        Replicas.await(WRITES, () -> zombie.output().contains("\"" + job + "\" has been taken over"));
        var now = rows(job);
        assertThat(left).hasSizeGreaterThan(ROWS.size());
        return Stream.concat(
                        left.stream().filter(row -> !now.contains(row)),
                        now.stream().filter(row -> !left.contains(row)))
                .count();
    }

    private List<Map<String, Object>> rows(String job) {
        return ROWS.stream()
                .flatMap(statement -> replicas.database().sql(statement).param(job).query().listOfRows().stream())
                .toList();
    }
}
