package io.chainrule.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Three processes on PostgreSQL with the heartbeat that they have unless told otherwise.
@Tag("everything")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class UsualHeartbeatIT {

    private static final Duration HEARTBEAT = Duration.ofSeconds(5);
    private static final Duration MEASURED = Duration.ofSeconds(20);

    /// What happens once at the start is over.
    private static final Duration SETTLED = Duration.ofSeconds(5);

    private static final Duration TAKEN_OVER = Duration.ofSeconds(35);

    /// A connection is waited for no longer than 5 s, and its answer for no longer than 10 s.
    private static final Duration ANSWERED = Duration.ofSeconds(16);

    private Replicas replicas;

    @BeforeAll
    void start(@TempDir Path directory) {
        replicas = new Replicas(directory, HEARTBEAT, new Random(1));
    }

    @AfterAll
    void end() {
        replicas.close();
    }

    @Test
    @Order(1)
    void idleReplicaAsksFewerThanFiveTimesASecond() {
        ServiceProcess.pause(SETTLED);
        long before = transactions();
        ServiceProcess.pause(MEASURED);
        double queries = (transactions() - before)
                / (double) MEASURED.toSeconds()
                / replicas.all().size();
        System.out.printf("replicas=3 heartbeat=%s transactions=%.1f/s each%n", HEARTBEAT, queries);
        assertThat(queries).isBetween(0.5, 5.0);
    }

    /// Whoever changes nothing asks once in each.
    private long transactions() {
        return replicas.database()
                .sql("select xact_commit + xact_rollback from pg_stat_database where datname = current_database()")
                .query(Long.class)
                .single();
    }

    @Test
    @Order(2)
    void killedReplicasJobIsResumedElsewhere() {
        var job = replicas.post(replicas.workload().endless());
        replicas.awaitRunning(job);
        var silence = new KilledWorker(replicas).of(job);
        System.out.printf("replicas=3 heartbeat=%s taken over after %d ms%n", HEARTBEAT, silence.toMillis());
        assertThat(silence).isLessThan(TAKEN_OVER);
        replicas.awaitReady();
        replicas.cancel(replicas.any(), job);
        replicas.awaitEnds(Duration.ofSeconds(20));
    }

    @ParameterizedTest
    @Order(3)
    @ValueSource(ints = {8, 60})
    void trainingGoesOnWhenASilentDatabaseSpeaksAgain(int seconds) {
        var losing = new LostDatabase(replicas, Relay::silence);
        var moved = losing.lose(Duration.ofSeconds(seconds));
        System.out.printf(
                "replicas=3 heartbeat=%s silent=%d s refused=%d within %d ms, failed=%d moving after %d ms%n",
                HEARTBEAT,
                seconds,
                losing.refused(),
                losing.slowest().toMillis(),
                replicas.jobs().count("state = 'failed'"),
                moved.toMillis());
        assertThat(losing.refused()).isGreaterThanOrEqualTo(replicas.all().size());
        assertThat(losing.slowest()).isLessThan(ANSWERED);
        assertThat(replicas.jobs().count("state = 'failed'")).isZero();
    }

    @Test
    @Order(4)
    void stoppedWorkerDoesNotHoldItsRowForEver() {
        var job = replicas.post(replicas.workload().endless());
        replicas.awaitRunning(job);
        var silence = new StoppedTransaction(replicas).of(job);
        System.out.printf(
                "replicas=3 heartbeat=%s stopped in a transaction, taken over after %d ms%n",
                HEARTBEAT, silence.toMillis());
        assertThat(silence).isLessThan(TAKEN_OVER);
        replicas.cancel(replicas.worker(job), job);
        replicas.awaitEnds(Duration.ofSeconds(20));
    }
}
