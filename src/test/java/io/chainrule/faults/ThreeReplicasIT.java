package io.chainrule.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/// What the service promises, with three processes on PostgreSQL. They are started once, and the last test has all that
/// happened checked.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ThreeReplicasIT {

    private static final int AT_ONCE = 100;

    /// Four missed heartbeats of 500 ms, two until somebody looks, a poll of 1 s; the rest is for a busy machine.
    private static final Duration TAKEN_OVER = Duration.ofSeconds(10);

    private final Counts counts = Counts.ofThisRun();
    private final ReplicaCounts replicaCounts = ReplicaCounts.ofThisRun();
    private final Random random = new Random(counts.seed());
    private Replicas replicas;

    @BeforeAll
    void start(@TempDir Path directory) {
        replicas = new Replicas(directory, Replicas.HEARTBEAT, random);
    }

    @AfterAll
    void end() {
        replicas.close();
    }

    @Test
    @Order(1)
    void requestsWithOneKeyMakeOneJobWhoeverIsAsked() throws InterruptedException {
        var jobs = new RepeatedPosts(replicas).jobs(AT_ONCE);
        System.out.printf("replicas=3 posts=%d jobs=%d%n", AT_ONCE, jobs.size());
        assertThat(jobs).hasSize(1);
        assertThat(replicas.jobs().count("true")).isOne();
        replicas.awaitEnds(Duration.ofSeconds(20));
    }

    @Test
    @Order(2)
    void cancelIsPromptWhoeverIsAsked() {
        var slowest = new CancelElsewhere(replicas).slowestOf(replicaCounts.cancels());
        System.out.printf("replicas=3 cancels=%d slowest=%d ms%n", replicaCounts.cancels(), slowest.toMillis());
        assertThat(slowest).isLessThan(Duration.ofSeconds(1));
    }

    @Test
    @Order(3)
    void cutStreamGoesOnWithoutGapAtAnyReplica() {
        var ids = new CutStream(replicas, random).read(replicaCounts.cuts());
        System.out.printf("replicas=3 cuts=%d events=%d%n", replicaCounts.cuts(), ids.size());
        assertThat(ids)
                .hasSizeGreaterThan(5)
                .isEqualTo(LongStream.rangeClosed(1, ids.size()).boxed().toList());
    }

    @Test
    @Order(4)
    void killedReplicasJobIsResumedElsewhereWithTheSameBits() {
        var ends = new TwinJobs(replicas).train();
        System.out.printf(
                "replicas=3 taken over after %d ms, events=%d%n",
                ends.silence().toMillis(), ends.events().size());
        assertThat(ends.silence()).isLessThan(TAKEN_OVER);
        assertThat(ends.hashes().getFirst()).isEqualTo(ends.hashes().getLast());
        assertThat(ends.events())
                .hasSizeGreaterThan(5)
                .isEqualTo(
                        LongStream.rangeClosed(1, ends.events().size()).boxed().toList());
    }

    @Test
    @Order(5)
    void replicaThatWasStoppedWritesNothingUnderItsOldFence() {
        long rows = new SuspendedReplica(replicas).rowsWrittenUnderTheOldFence();
        System.out.printf("replicas=3 stopped for three leases: rows=%d%n", rows);
        assertThat(rows).isZero();
    }

    @Test
    @Order(6)
    @Tag("everything")
    void anotherOwnersJobStartsAsSoonAsAReplicaIsFree() {
        var waited = new ManyOfOneOwner(replicas).waitingAfter(replicaCounts.queued());
        System.out.printf("replicas=3 queued=%d waited=%d ms%n", replicaCounts.queued(), waited.toMillis());
        assertThat(waited).isBetween(Duration.ZERO, Duration.ofSeconds(2));
    }

    @Test
    @Order(7)
    void drainedReplicasJobGoesOnElsewhere() {
        var drained = new DrainedReplica(replicas).drain();
        System.out.printf(
                "replicas=3 drained in %d ms, resumed after %d ms%n",
                drained.ending().toMillis(), drained.resuming().toMillis());
        assertThat(drained.ending()).isLessThan(Duration.ofSeconds(10));
        assertThat(drained.resuming()).isLessThan(Duration.ofSeconds(5));
    }

    @Test
    @Order(8)
    @Tag("everything")
    void trainingGoesOnWhenTheDatabaseComesBack() {
        var losing = new LostDatabase(replicas, Relay::cut);
        var moved = losing.lose(replicaCounts.away());
        System.out.printf(
                "replicas=3 away=%s refused=%d within %d ms, failed=%d moving after %d ms%n",
                replicaCounts.away(),
                losing.refused(),
                losing.slowest().toMillis(),
                replicas.jobs().count("state = 'failed'"),
                moved.toMillis());
        assertThat(losing.refused()).isGreaterThanOrEqualTo(replicas.all().size());
        assertThat(replicas.jobs().count("state = 'failed'")).isZero();
    }

    @Test
    @Order(9)
    @Tag("everything")
    void jobThatKillsEveryReplicaIsGivenUpAndOthersSucceed() {
        int deaths = new PoisonAmongReplicas(replicas).deaths();
        System.out.printf("replicas=3 poisonDeaths=%d%n", deaths);
        assertThat(deaths).isEqualTo(3);
    }

    @Test
    @Order(10)
    void killedReplicasLoseNothingAndDoNothingTwice() {
        var killing = new KilledReplicas(replicas, replicaCounts, random);
        var ids = killing.run();
        long takenOver = killing.takenOver(ids);
        var verdict = replicas.check();
        System.out.printf(
                "replicas=3 jobs=%d kills=%d %s takenOver=%d seed=%d%n",
                ids.size(), replicaCounts.kills(), verdict.line(), takenOver, counts.seed());
        assertThat(verdict.isClean()).as(verdict.toString()).isTrue();
        assertThat(new HashSet<>(ids)).hasSize(replicaCounts.jobs());
        assertThat(killing.results(ids)).isEqualTo(replicaCounts.jobs());
        assertThat(takenOver).isPositive();
        assertThat(replicas.jobs().count("started_at < created_at or state_since < started_at or elapsed_seconds < 0"))
                .as("jobs that end before they begin, on machines whose clocks are wrong")
                .isZero();
    }
}
