package io.chainrule.service.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chainrule.service.access.WithoutKeys;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.transaction.support.TransactionTemplate;

/// Jobs, queue, threads and database together, through restarts.
@ExtendWith(WithoutKeys.class)
class JobServiceTest {

    private static final int FOREVER = 100_000;
    static final String LONG = """
            {"dataset": "%s", "epochs": 100000, "features": ["x1", "x2"], "batchSize": 1,
             "model": {"type": "mlp", "hidden": [256, 256]}}
            """;

    @TempDir
    Path directory;

    @Test
    void submittedJobRunsWithoutWaitingForAPoll() {
        try (var service = JobService.start(directory, "chainrule.jobs.poll=1h")) {
            var dataset =
                    service.datasets().save(Examples.twoSides("two-sides")).id();
            for (int i = 0; i < 5; i++) {
                var job = service.jobs().submit(Examples.spec(dataset, 100));
                service.awaitState(job.id(), "succeeded");
            }
            Awaitility.await().until(() -> service.queueEntries() == 0);
        }
    }

    @Test
    void rolledBackSubmissionLeavesNothingInTheQueue() {
        try (var service = JobService.start(directory)) {
            var dataset =
                    service.datasets().save(Examples.twoSides("two-sides")).id();
            var transaction = service.bean(TransactionTemplate.class);
            assertThatThrownBy(() -> transaction.executeWithoutResult(_ -> {
                        service.jobs().submit(Examples.spec(dataset, 5));
                        throw new IllegalStateException("roll back");
                    }))
                    .hasMessage("roll back");
            assertThat(service.queueEntries()).isZero();
            assertThat(service.jobs().list(JobFilter.ALL, PageRequest.first(5)).items())
                    .isEmpty();
        }
    }

    @Test
    void everythingIsThereAfterARestart() {
        TrainingJob before;
        int[] epochs;
        try (var service = JobService.start(directory)) {
            var dataset =
                    service.datasets().save(Examples.twoSides("two-sides")).id();
            before = service.awaitState(
                    service.jobs().submit(Examples.spec(dataset, 50)).id(), "succeeded");
            epochs =
                    service.jobs().history(before.id()).orElseThrow().snapshot().epochs();
        }
        try (var service = JobService.start(directory)) {
            assertThat(service.jobs().get(before.id()))
                    .usingRecursiveComparison()
                    .isEqualTo(before);
            assertThat(service.jobs()
                            .history(before.id())
                            .orElseThrow()
                            .snapshot()
                            .epochs())
                    .isEqualTo(epochs);
            assertThat(before.frames()).hasSize(20).endsWith(50);
            for (int epoch : before.frames()) {
                assertThat(service.bean(Frames.class).read(before.id(), epoch))
                        .as("epoch %d", epoch)
                        .isPresent();
            }
            var model = before.result().orElseThrow().model();
            assertThat(service.models().read(model).orElseThrow().parameters().hash())
                    .isEqualTo(before.result().orElseThrow().parametersHash());
            assertThat(service.datasets()
                            .read(before.spec().dataset())
                            .orElseThrow()
                            .digest())
                    .isEqualTo(before.datasetDigest());
        }
    }

    @Test
    void runningJobGoesBackToTheQueueAtShutdownAndOnAtStart() {
        String id;
        Instant stopped;
        try (var service = JobService.start(directory)) {
            var dataset =
                    service.datasets().save(Examples.twoSides("two-sides")).id();
            id = service.jobs().submit(Examples.spec(LONG.formatted(dataset))).id();
            service.awaitState(id, "running");
            stopped = Instant.now();
        }
        assertThat(Duration.between(stopped, Instant.now())).isLessThan(Duration.ofSeconds(4));
        try (var service = JobService.start(directory)) {
            var again = service.awaitState(id, "running");
            assertThat(again.attempt()).isEqualTo(2);
            assertThat(again.interruptions()).isEqualTo(1);
            service.jobs().cancel(id);
            service.awaitState(id, "cancelled");
        }
    }

    /// What `kill -9` leaves: a running job, and an entry picked by a process that does not exist any more.
    @Test
    void entryPickedByAKilledProcessIsReleasedAtStart() {
        String id;
        try (var service = JobService.start(directory)) {
            var dataset =
                    service.datasets().save(Examples.twoSides("two-sides")).id();
            service.scheduler().pause();
            id = service.jobs().submit(Examples.spec(dataset, 100)).id();
            service.database()
                    .sql("update training_job set state = 'running', attempt = 1, version = 2, started_at = created_at")
                    .update();
            service.database()
                    .sql("update scheduled_tasks set picked = true, picked_by = 'killed', last_heartbeat = ?")
                    .param(Instant.now().atOffset(ZoneOffset.UTC))
                    .update();
        }
        try (var service = JobService.start(directory)) {
            var ready = Instant.now();
            var done = service.awaitState(id, "succeeded");
            assertThat(Duration.between(ready, Instant.now())).isLessThan(Duration.ofSeconds(3));
            assertThat(done.attempt()).isEqualTo(2);
            assertThat(done.interruptions()).isEqualTo(1);
            assertThat(service.jobs().history(id).orElseThrow().snapshot().size())
                    .isEqualTo(100);
        }
    }

    @Test
    void cancelReachesARunningJobAtOnce() {
        try (var service = JobService.start(directory)) {
            var dataset =
                    service.datasets().save(Examples.twoSides("two-sides")).id();
            var job = service.jobs().submit(Examples.spec(dataset, FOREVER));
            var slow = service.jobs().submit(Examples.spec(LONG.formatted(dataset)));
            service.jobs().cancel(job.id());
            service.awaitState(slow.id(), "running");
            var began = Instant.now();
            service.jobs().cancel(slow.id());
            service.awaitState(slow.id(), "cancelled");
            assertThat(Duration.between(began, Instant.now())).isLessThan(Duration.ofSeconds(1));
        }
    }

    @Test
    void moreJobsThanThreadsAllGetTheirTurn() {
        try (var service = JobService.start(directory, "chainrule.jobs.parallel=2")) {
            var dataset =
                    service.datasets().save(Examples.twoSides("two-sides")).id();
            for (int i = 0; i < 40; i++) {
                service.jobs().submit(Examples.spec(dataset, 20));
            }
            Awaitility.await()
                    .atMost(Duration.ofSeconds(20))
                    .until(() -> service.jobs().countByState(JobFilter.ALL).getOrDefault("succeeded", 0L) == 40);
            assertThat(service.jobs().countByState(JobFilter.ALL)).containsOnlyKeys("succeeded");
        }
    }

    @Test
    void samplesAreLoadedAndRunOnce() {
        String hash;
        try (var service = JobService.start(directory, "chainrule.samples=true")) {
            var job = service.jobs().get("sample-two-clouds-linear");
            assertThat(job.state()).isInstanceOf(JobState.Succeeded.class);
            assertThat(service.models().find("sample-two-clouds-linear")).isPresent();
            assertThat(service.datasets().find("sample-penguins").orElseThrow().target())
                    .isEqualTo("species");
            hash = job.result().orElseThrow().parametersHash();
        }
        try (var service = JobService.start(directory, "chainrule.samples=true")) {
            var job = service.jobs().get("sample-two-clouds-linear");
            assertThat(job.attempt()).isEqualTo(1);
            assertThat(job.result().orElseThrow().parametersHash()).isEqualTo(hash);
        }
    }
}
