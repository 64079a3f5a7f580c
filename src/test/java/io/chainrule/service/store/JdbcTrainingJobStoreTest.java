package io.chainrule.service.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chainrule.learning.specification.InvalidSpecException;
import io.chainrule.learning.training.Epoch;
import io.chainrule.learning.training.History;
import io.chainrule.learning.training.Metric;
import io.chainrule.learning.training.TrainingRun;
import io.chainrule.learning.training.TrainingSpec;
import io.chainrule.service.job.AttemptLostException;
import io.chainrule.service.job.Examples;
import io.chainrule.service.job.Frame;
import io.chainrule.service.job.InvalidPageTokenException;
import io.chainrule.service.job.JobError;
import io.chainrule.service.job.JobEvent;
import io.chainrule.service.job.JobFilter;
import io.chainrule.service.job.JobResult;
import io.chainrule.service.job.JobState;
import io.chainrule.service.job.PageRequest;
import io.chainrule.service.job.Progress;
import io.chainrule.service.job.SettableClock;
import io.chainrule.service.job.StopReason;
import io.chainrule.service.job.TrainingJob;
import io.chainrule.service.job.TrainingJobStore;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@OnEveryDatabase
class JdbcTrainingJobStoreTest {

    private static final List<Metric> METRICS = List.of(Metric.TRAIN_LOSS, Metric.GRADIENT_NORM);
    private static final Instant NOW = Instant.parse("2026-01-01T12:00:00.123456Z");

    @Parameter
    Vendor vendor;

    @TempDir
    Path directory;

    private final SettableClock clock = new SettableClock();
    private Stores stores;
    private TrainingJobStore store;

    @BeforeEach
    void open() {
        stores = new Stores(vendor, directory, clock);
        store = stores.jobs();
    }

    @AfterEach
    void close() {
        stores.close();
    }

    static List<JobState> states() {
        return List.of(
                new JobState.Queued(NOW),
                new JobState.Running(NOW),
                new JobState.Pausing(NOW),
                new JobState.Paused(NOW),
                new JobState.Cancelling(NOW),
                new JobState.Succeeded(NOW, new JobResult("mdl_1", "sha256:0", StopReason.EPOCHS)),
                new JobState.Failed(NOW, new JobError("diverged", "Became NaN", 3, "Learn slower")),
                new JobState.Failed(NOW, new JobError("internal", "Oh", null, "Again")),
                new JobState.Cancelled(NOW));
    }

    private static TrainingJob job(String id, TrainingSpec spec, JobState state) {
        var progress = new Progress(3, spec.epochs(), 4, spec.epochs(), 0.1);
        return Examples.job(id, NOW, spec, state, progress, epoch(3));
    }

    private static TrainingJob queued(String id, TrainingSpec spec, Instant createdAt) {
        var progress = new Progress(0, spec.epochs(), 0, spec.epochs(), 0);
        return Examples.job(id, createdAt, spec, new JobState.Queued(createdAt), progress, null);
    }

    @Test
    void numbersThatJsonLacksReadBackAsWell() {
        for (double value : new double[] {Double.NaN, Double.POSITIVE_INFINITY, -0.0, Double.MIN_VALUE, 0.1 + 0.2}) {
            var read = Json.readEpoch(Json.write(new Epoch(1, METRICS, new double[] {value, 1})));
            assertThat(Objects.requireNonNull(read).values()).containsExactly(value, 1);
        }
    }

    private static Epoch epoch(int number) {
        return new Epoch(
                number, METRICS, new double[] {1.0 / number, number == 3 ? Double.NEGATIVE_INFINITY : Math.sqrt(number)
                });
    }

    @ParameterizedTest
    @MethodSource("states")
    void jobReadsBackAsItWasWritten(JobState state) {
        var job = job("job_1", Examples.spec("ds_1", 5), state);
        store.insert(job);
        assertThat(store.find("job_1").orElseThrow()).usingRecursiveComparison().isEqualTo(job);
    }

    @ParameterizedTest
    @MethodSource("states")
    void jobReadsBackAsItWasUpdated(JobState state) {
        store.insert(queued("job_1", Examples.spec("ds_1", 5), NOW));
        var job = job("job_1", Examples.spec("ds_1", 5), state);
        store.update(job, 2);
        assertThat(store.find("job_1").orElseThrow()).usingRecursiveComparison().isEqualTo(job);
    }

    @Test
    void writeOfAStaleAttemptIsRefusedAndChangesNothing() {
        var job = job("job_1", Examples.spec("ds_1", 5), new JobState.Running(NOW));
        store.insert(job);
        var stale = queued("job_1", job.spec(), NOW);
        assertThatThrownBy(() -> store.update(stale, 1)).isInstanceOf(AttemptLostException.class);
        assertThat(store.find("job_1").orElseThrow()).usingRecursiveComparison().isEqualTo(job);
    }

    @Test
    void pagesShowEveryJobOnceNewestFirst() {
        var expected = new ArrayList<String>();
        for (int i = 0; i < 23; i++) {
            // Several in the same microsecond: then the id decides.
            store.insert(queued("job_%02d".formatted(i), Examples.spec("ds_1", 5), NOW.plusSeconds(i / 5)));
            expected.addFirst("job_%02d".formatted(i));
        }
        assertThat(pages(JobFilter.ALL, 5)).containsExactlyElementsOf(expected);
        assertThat(pages(JobFilter.ALL, 23)).containsExactlyElementsOf(expected);
        assertThat(store.list(JobFilter.ALL, PageRequest.first(23)).nextToken()).isNull();
    }

    @Test
    void jobsAddedMeanwhileShiftNoPage() {
        for (int i = 0; i < 4; i++) {
            store.insert(queued("job_" + i, Examples.spec("ds_1", 5), NOW.plusSeconds(i)));
        }
        var first = store.list(JobFilter.ALL, PageRequest.first(2));
        store.insert(queued("job_9", Examples.spec("ds_1", 5), NOW.plusSeconds(9)));
        var second = store.list(JobFilter.ALL, new PageRequest(2, first.nextToken()));
        assertThat(second.items()).extracting(TrainingJob::id).containsExactly("job_1", "job_0");
        assertThat(second.nextToken()).isNull();
    }

    @Test
    void madeUpTokenIsRefused() {
        assertThatThrownBy(() -> store.list(JobFilter.ALL, new PageRequest(5, "x")))
                .isInstanceOf(InvalidPageTokenException.class);
    }

    @Test
    void filtersSelectByStateDatasetModelAndTags() {
        store.insert(queued("job_1", Examples.spec("ds_1", 5), NOW));
        store.insert(queued("job_2", Examples.spec("""
                        {"dataset": "ds_2", "model": {"type": "mlp"}, "tags": {"owner": "ada", "x": "1"}}"""), NOW));
        store.insert(job(
                "job_3",
                Examples.spec("{\"dataset\": \"ds_1\", \"tags\": {\"owner\": \"bob\"}}"),
                new JobState.Running(NOW)));
        assertThat(pages(new JobFilter("queued", null, null, null, Map.of()), 9))
                .containsExactly("job_2", "job_1");
        assertThat(pages(new JobFilter(null, "ds_1", null, null, Map.of()), 9)).containsExactly("job_3", "job_1");
        assertThat(pages(new JobFilter(null, null, "mlp", null, Map.of()), 9)).containsExactly("job_2");
        assertThat(pages(new JobFilter(null, null, null, null, Map.of("owner", "ada")), 1))
                .containsExactly("job_2", "job_1");
        assertThat(pages(new JobFilter(null, null, null, null, Map.of("owner", "ada", "x", "1")), 9))
                .containsExactly("job_2");
        assertThat(pages(new JobFilter("queued", "ds_1", "linear", null, Map.of("owner", "ada")), 9))
                .containsExactly("job_1");
        assertThat(pages(new JobFilter("' or '1'='1", null, null, null, Map.of()), 9))
                .isEmpty();
    }

    @Test
    void summaryCountsByStateInTheOrderOfAJobsLife() {
        assertThat(store.countByState(JobFilter.ALL)).isEmpty();
        int number = 0;
        for (var state : states()) {
            store.insert(job("job_" + number++, Examples.spec("ds_1", 5), state));
        }
        assertThat(store.countByState(JobFilter.ALL).keySet()).containsExactlyElementsOf(JobState.names());
        assertThat(store.countByState(JobFilter.ALL))
                .containsEntry("failed", 2L)
                .containsEntry("queued", 1L);
        assertThat(store.countByState(new JobFilter(null, "ds_2", null, null, Map.of())))
                .isEmpty();
    }

    @Test
    void historyIsReadAsItWasAppendedBlockByBlock() {
        store.insert(queued("job_1", Examples.spec("ds_1", 5), NOW));
        assertThat(store.history("job_1")).isEmpty();
        var history = new History(METRICS);
        for (int number = 1; number <= 20_000; number++) {
            history.append(epoch(number));
        }
        var rows = history.snapshot();
        store.append("job_1", rows.slice(0, 0));
        store.append("job_1", rows.slice(0, 10));
        store.append("job_1", rows.slice(10, 20_000));
        var read = store.history("job_1").orElseThrow().snapshot();
        assertThat(read.epochs()).isEqualTo(rows.epochs());
        assertThat(read.metrics()).isEqualTo(METRICS);
        assertThat(read.column(Metric.TRAIN_LOSS)).isEqualTo(rows.column(Metric.TRAIN_LOSS));
        assertThat(read.column(Metric.GRADIENT_NORM)).isEqualTo(rows.column(Metric.GRADIENT_NORM));
    }

    private TrainingJob waiting(String id, String owner) {
        var spec = Examples.spec("{\"dataset\": \"ds_1\", \"tags\": {\"owner\": \"%s\"}}".formatted(owner));
        var job = Examples.queued(id, NOW, spec, store.nextTurn(owner));
        store.insert(job);
        return job;
    }

    @Test
    void ownersTakeTurns() {
        for (int i = 1; i <= 4; i++) {
            waiting("ada_" + i, "ada");
        }
        waiting("bob_1", "bob");
        waiting("bob_2", "bob");
        assertThat(store.queuePositions(List.of("ada_1", "bob_1", "ada_2", "bob_2", "ada_3", "ada_4")))
                .isEqualTo(Map.of("ada_1", 1L, "bob_1", 2L, "ada_2", 3L, "bob_2", 4L, "ada_3", 5L, "ada_4", 6L));
    }

    /// Who comes late goes on with those who are served now, and makes nobody wait for what he could have had before.
    @Test
    void lateOwnerStartsAtTheTurnThatIsServedNow() {
        var jobs = IntStream.rangeClosed(1, 5)
                .mapToObj(i -> waiting("ada_" + i, "ada"))
                .toList();
        for (var started : jobs.subList(0, 3)) {
            store.delete(started.id());
        }
        waiting("bob_1", "bob");
        waiting("bob_2", "bob");
        assertThat(store.queuePositions(List.of("ada_4", "bob_1", "ada_5", "bob_2", "ada_1")))
                .isEqualTo(Map.of("ada_4", 1L, "bob_1", 2L, "ada_5", 3L, "bob_2", 4L));
    }

    @Test
    void unfinishedJobsWithoutQueueEntryAreFound() {
        for (var state : states()) {
            store.insert(job("job_" + state.name() + state.hashCode(), Examples.spec("ds_1", 5), state));
        }
        assertThat(store.withoutQueueEntry().stream().map(job -> job.state().name()))
                .containsExactlyInAnyOrder("queued", "running", "pausing", "cancelling");
        stores.database().sql("""
                        insert into scheduled_tasks (task_name, task_instance, execution_time, picked, version)
                        select 'training', id, created_at, false, 1 from training_job
                        """).update();
        assertThat(store.withoutQueueEntry()).isEmpty();
    }

    @Test
    void oldAndExcessiveFinishedJobsAreFoundButNoSamples() {
        for (int day = 1; day <= 9; day++) {
            var end = new JobState.Cancelled(NOW.plus(Duration.ofDays(day)));
            store.insert(job("job_" + day, Examples.spec("ds_1", 5), end));
        }
        store.insert(job("sample-old", Examples.spec("ds_1", 5), new JobState.Cancelled(NOW)));
        store.insert(job("job_running", Examples.spec("ds_1", 5), new JobState.Running(NOW)));
        var fourthDay = NOW.plus(Duration.ofDays(4));
        assertThat(store.finished(fourthDay, 100, 100)).containsExactly("job_1", "job_2", "job_3");
        assertThat(store.finished(fourthDay, 4, 100)).containsExactly("job_1", "job_2", "job_3", "job_4", "job_5");
        assertThat(store.finished(fourthDay, 4, 2)).containsExactly("job_1", "job_2");
        assertThat(store.finished(NOW, 100, 100)).isEmpty();
    }

    @Test
    void deletingAJobLeavesNothingOfIt() {
        store.insert(queued("job_1", Examples.spec("ds_1", 5), NOW));
        var history = new History(METRICS);
        history.append(epoch(1));
        store.append("job_1", history.snapshot());
        stores.events().append("job_1", 1, List.of(new JobEvent.Ended("failed")));
        var run = TrainingRun.of(Examples.spec("ds_1", 5), Examples.twoSides("two-sides"));
        stores.checkpoints().save("job_1", run.checkpoint());
        stores.frames().save("job_1", List.of(new Frame(1, run.model())));
        store.delete("job_1");
        var tables = List.of(
                "training_job", "training_job_tag", "history_chunk", "job_event", "checkpoint_chunk", "frame_chunk");
        for (var table : tables) {
            assertThat(stores.database()
                            .sql("select count(*) from " + table)
                            .query(Integer.class)
                            .single())
                    .isZero();
        }
    }

    @Test
    void specificationTooLongToBeKeptIsRefused() {
        var features = new ArrayList<String>();
        for (int i = 0; i < 200; i++) {
            features.add("\"" + i + "x".repeat(6000) + "\"");
        }
        var spec = Examples.spec("{\"dataset\": \"ds_1\", \"features\": [%s]}".formatted(String.join(",", features)));
        assertThatThrownBy(() -> store.insert(queued("job_1", spec, NOW)))
                .isInstanceOf(InvalidSpecException.class)
                .hasMessageContaining("at most 1,000,000 can be kept");
    }

    private List<String> pages(JobFilter filter, int size) {
        var ids = new ArrayList<String>();
        @Nullable String token = null;
        do {
            var page = store.list(filter, new PageRequest(size, token));
            page.items().forEach(job -> ids.add(job.id()));
            assertThat(page.items()).hasSizeLessThanOrEqualTo(size);
            token = page.nextToken();
        } while (token != null);
        return ids;
    }
}
