package io.chainrule.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Three processes that have nothing to do leave the database alone, with a heartbeat as usual.
@Tag("everything")
class IdleReplicasIT {

    private static final Duration HEARTBEAT = Duration.ofSeconds(5);
    private static final Duration MEASURED = Duration.ofSeconds(20);

    /// What happens once at the start is over.
    private static final Duration SETTLED = Duration.ofSeconds(5);

    @TempDir
    Path directory;

    @Test
    void idleReplicaAsksFewerThanFiveTimesASecond() {
        try (var replicas = new Replicas(directory, HEARTBEAT, new Random(1))) {
            ServiceProcess.pause(SETTLED);
            long before = transactions(replicas);
            ServiceProcess.pause(MEASURED);
            double queries = (transactions(replicas) - before)
                    / (double) MEASURED.toSeconds()
                    / replicas.all().size();
            System.out.printf("replicas=3 heartbeat=%s transactions=%.1f/s each%n", HEARTBEAT, queries);
            assertThat(queries).isBetween(0.5, 5.0);
        }
    }

    /// Whoever changes nothing asks once in each.
    private static long transactions(Replicas replicas) {
        return replicas.database()
                .sql("select xact_commit + xact_rollback from pg_stat_database where datname = current_database()")
                .query(Long.class)
                .single();
    }
}
