package io.chainrule.service.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.chainrule.service.access.WithoutKeys;
import io.chainrule.service.store.Vendor;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.transaction.support.TransactionTemplate;

/// Two processes that share a PostgreSQL: what happens in one of them is known in the other. All tests
/// share the two, and what one has left of its jobs is cancelled before the next.
@ExtendWith(WithoutKeys.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReplicasTest {

    private static final Duration PROMPTLY = Duration.ofSeconds(1);
    private static final List<String> CANCELLABLE = List.of("queued", "running", "pausing", "paused");

    private Path directory;
    private JobService front;
    private JobService back;
    private String dataset;

    /// The front never takes a job up.
    @BeforeAll
    void open(@TempDir Path shared) {
        directory = shared;
        front = start();
        front.scheduler().pause();
        back = start();
    }

    @BeforeEach
    void cancelWhatIsLeft() {
        front.database()
                .sql("select id from training_job where state in (:cancellable)")
                .param("cancellable", CANCELLABLE)
                .query(String.class)
                .list()
                .forEach(job -> {
                    front.jobs().cancel(job);
                    front.awaitState(job, "cancelled");
                });
        dataset = front.datasets().save(Examples.twoSides("two-sides")).id();
    }

    @AfterAll
    void close() {
        front.close();
        back.close();
    }

    private JobService start(String... more) {
        var properties = new ArrayList<>(List.of(more));
        properties.add("chainrule.jobs.parallel=1");
        return JobService.start(Vendor.POSTGRESQL, directory, properties.toArray(String[]::new));
    }

    private TrainingJob submitLong() {
        return front.jobs().submit(Examples.spec(JobServiceTest.LONG.formatted(dataset)));
    }

    private static Duration since(long began) {
        return Duration.ofNanos(System.nanoTime() - began);
    }

    @Test
    void jobPostedAtOneRunsAtTheOtherAndItsEventsComeWithoutGap() throws InterruptedException {
        var job = front.jobs().submit(Examples.spec(dataset, 2000));
        long read = 0;
        try (var watch = front.bean(JobChanges.class).watch(job.id())) {
            var ended = false;
            while (!ended) {
                for (var numbered : front.jobs().events(job.id(), read, 50)) {
                    assertThat(numbered.number()).isEqualTo(++read);
                    ended = numbered.event() instanceof JobEvent.Ended;
                }
                assertThat(ended || watch.await(Duration.ofSeconds(10)))
                        .as("told of what comes after event %d", read)
                        .isTrue();
            }
        }
        assertThat(front.jobs().get(job.id()).state()).isInstanceOf(JobState.Succeeded.class);
        assertThat(read).isGreaterThan(2);
    }

    @Test
    void cancelAtOneStopsTheWorkerOfTheOther() {
        var job = submitLong();
        front.awaitState(job.id(), "running");
        long began = System.nanoTime();
        front.jobs().cancel(job.id());
        front.awaitState(job.id(), "cancelled");
        assertThat(since(began)).isLessThan(PROMPTLY);
    }

    @Test
    void pauseAtOneStopsTheWorkerOfTheOtherAndResumeGoesOn() {
        var job = submitLong();
        front.awaitState(job.id(), "running");
        long began = System.nanoTime();
        front.jobs().pause(job.id());
        front.awaitState(job.id(), "paused");
        assertThat(since(began)).isLessThan(PROMPTLY);
        front.jobs().resume(job.id());
        front.await(job.id(), again -> again.attempt() == 2);
    }

    /// The worker looks at its job twice a second anyway; the signal comes at once.
    @Test
    void wishToStopIsHeardWithoutBeingAskedFor() {
        var signals = back.bean(StopSignals.class);
        try (var signal = signals.listen("job_x")) {
            var transaction = front.bean(TransactionTemplate.class);
            transaction.executeWithoutResult(
                    _ -> front.bean(Announcements.class).send(new Announcement("job_y", true)));
            transaction.executeWithoutResult(
                    _ -> front.bean(Announcements.class).send(new Announcement("job_x", false)));
            transaction.executeWithoutResult(status -> {
                front.bean(Announcements.class).send(new Announcement("job_x", true));
                status.setRollbackOnly();
            });
            Awaitility.await().during(Duration.ofMillis(300)).until(() -> !signal.isRaised());
            transaction.executeWithoutResult(
                    _ -> front.bean(Announcements.class).send(new Announcement("job_x", true)));
            Awaitility.await().atMost(PROMPTLY).until(signal::isRaised);
        }
    }

    /// What was announced while nobody listened is lost, so everybody is woken up.
    @Test
    void afterABrokenConnectionEverybodyLooksAgainAndHearsOn() {
        var signals = back.bean(StopSignals.class);
        try (var signal = signals.listen("job_x")) {
            Awaitility.await().until(() -> breakListening() > 0);
            Awaitility.await().atMost(Duration.ofSeconds(5)).until(signal::isRaised);
        }
        try (var signal = signals.listen("job_x")) {
            var transaction = front.bean(TransactionTemplate.class);
            transaction.executeWithoutResult(
                    _ -> front.bean(Announcements.class).send(new Announcement("job_x", true)));
            Awaitility.await().atMost(PROMPTLY).until(signal::isRaised);
        }
    }

    private int breakListening() {
        return front.database().sql("""
                        select pg_terminate_backend(pid) from pg_stat_activity
                        where datname = current_database() and query in ('', 'listen chainrule')
                        """).query().listOfRows().size();
    }

    @Test
    void processThatStartsLeavesTheJobsOfTheLivingAlone() {
        var job = submitLong();
        front.awaitState(job.id(), "running");
        try (var third = start()) {
            Awaitility.await()
                    .during(Duration.ofSeconds(2))
                    .atMost(Duration.ofSeconds(10))
                    .until(() -> third.jobs().get(job.id()).attempt() == 1);
        }
        assertThat(front.jobs().get(job.id()).interruptions()).isZero();
    }

    @Test
    void processThatEndsInGoodOrderLeavesItsJobToTheOther() {
        var job = submitLong();
        front.awaitState(job.id(), "running");
        front.scheduler().resume();
        try {
            back.close();
            var again = front.await(job.id(), found -> found.attempt() == 2);
            assertThat(again.interruptions()).isEqualTo(1);
        } finally {
            front.scheduler().pause();
            back = start();
        }
    }

    /// The poll, which would find it too, comes too seldom to be of help.
    @Test
    void jobPostedAtABusyProcessStartsAtAnIdleOneAtOnce() {
        var first = submitLong();
        front.awaitState(first.id(), "running");
        try (var idle = start("chainrule.jobs.poll=1h")) {
            var second = back.jobs().submit(Examples.spec(JobServiceTest.LONG.formatted(dataset)));
            long began = System.nanoTime();
            idle.awaitState(second.id(), "running");
            assertThat(since(began)).isLessThan(PROMPTLY);
            back.jobs().cancel(second.id());
            back.awaitState(second.id(), "cancelled");
        }
    }

    /// Statistics are gathered with a delay, so what is counted has happened some time in those seconds.
    @Test
    void idleProcessesAskTheDatabaseSeldom() throws InterruptedException {
        Thread.sleep(1000);
        long before = transactions();
        Thread.sleep(4000);
        assertThat(transactions() - before).isBetween(4L, 2 * 4 * 5L);
    }

    private long transactions() {
        return front.database()
                .sql("select xact_commit + xact_rollback from pg_stat_database where datname = current_database()")
                .query(Long.class)
                .single();
    }

    @Test
    void everyProcessHasTheTimeOfTheDatabase() {
        var there = front.database()
                .sql("select clock_timestamp()")
                .query(OffsetDateTime.class)
                .single()
                .toInstant();
        for (var service : List.of(front, back)) {
            Instant here = service.bean(Clock.class).instant();
            assertThat(Duration.between(there, here).abs()).isLessThan(Duration.ofSeconds(5));
        }
    }
}
