package io.chainrule.service.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chainrule.learning.specification.InvalidSpecException;
import io.chainrule.learning.training.FrameSchedule;
import io.chainrule.learning.training.TrainingRun;
import io.chainrule.service.store.OnEveryDatabase;
import io.chainrule.service.store.Stores;
import io.chainrule.service.store.Vendor;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.springframework.dao.DataAccessResourceFailureException;

/// The worker in the thread of the test, on a real database, under a clock that stands still.
@OnEveryDatabase
class TrainingWorkerTest {

    @Parameter
    Vendor vendor;

    @TempDir
    Path directory;

    private Workshop shop;
    private SettableClock clock;
    private Stores stores;
    private TrainingJobs jobs;
    private String dataset;

    @BeforeEach
    void open() {
        shop = new Workshop(vendor, directory);
        clock = shop.clock;
        stores = shop.stores;
        jobs = shop.jobs;
        dataset = stores.datasets().save(Examples.twoSides("two-sides")).id();
    }

    @AfterEach
    void close() {
        shop.close();
    }

    private static BooleanSupplier leavingAt(int n) {
        var step = new int[1];
        return () -> ++step[0] == n;
    }

    /// Does something at the n-th step, from within the loop.
    private static BooleanSupplier atStep(int n, Runnable something) {
        var step = new int[1];
        return () -> {
            if (++step[0] == n) {
                something.run();
            }
            return false;
        };
    }

    @Test
    void submittedJobIsQueuedWithEverythingFilledIn() {
        var job = jobs.submit(Examples.spec(dataset, 5));
        assertThat(shop.queued).containsExactly(job.id());
        assertThat(job.state()).isEqualTo(new JobState.Queued(clock.instant()));
        assertThat(job.version()).isEqualTo(1);
        assertThat(job.spec().target()).hasToString("label");
        assertThat(job.parameterCount()).isEqualTo(6);
        assertThat(jobs.get(job.id())).isEqualTo(job);
        assertThat(job.specHash()).startsWith("sha256:");
    }

    @Test
    void tagThatCannotBeKeptIsRefused() {
        var longest = "{\"dataset\": \"%s\", \"features\": [\"x1\"], \"tags\": {\"%s\": \"%s\"}}";
        var job = jobs.submit(Examples.spec(longest.formatted(dataset, "n".repeat(200), "v".repeat(1000))));
        assertThat(jobs.get(job.id()).spec().tags()).hasSize(1);
        assertThatThrownBy(() -> Examples.spec(longest.formatted(dataset, "n", "v".repeat(1001))))
                .isInstanceOf(InvalidSpecException.class);
        assertThatThrownBy(() -> Examples.spec(longest.formatted(dataset, "n".repeat(201), "v")))
                .isInstanceOf(InvalidSpecException.class);
    }

    @Test
    void jobForAnUnknownDatasetIsRefused() {
        assertThatThrownBy(() -> jobs.submit(Examples.spec("ds_unknown", 5)))
                .isInstanceOfSatisfying(
                        InvalidSpecException.class,
                        refusal -> assertThat(refusal.violations().getFirst().pointer())
                                .isEqualTo("/dataset"));
        assertThat(shop.queued).isEmpty();
    }

    @Test
    void jobEndsWithTheModelOfItsRun() {
        var job = jobs.submit(Examples.spec(dataset, 500));
        shop.work(job.id());

        var run = TrainingRun.of(job.spec(), Examples.twoSides("two-sides"));
        while (!run.isFinished()) {
            run.next();
        }
        var done = jobs.get(job.id());
        assertThat(done.state()).isInstanceOf(JobState.Succeeded.class);
        assertThat(done.attempt()).isEqualTo(1);
        assertThat(done.progress().epoch()).isEqualTo(500);
        assertThat(done.progress().step()).isEqualTo(500);
        var result = done.result().orElseThrow();
        assertThat(result.parametersHash()).isEqualTo(run.model().parameters().hash());
        assertThat(result.model()).startsWith("mdl_");
        assertThat(stores.models()
                        .read(result.model())
                        .orElseThrow()
                        .parameters()
                        .toBytes())
                .isEqualTo(run.model().parameters().toBytes());
        var about = stores.models().find(result.model()).orElseThrow();
        assertThat(about.job()).isEqualTo(job.id());
        assertThat(about.metrics().values()).isEqualTo(done.latest().values());
        assertThat(jobs.history(job.id()).orElseThrow().snapshot().size()).isEqualTo(500);
    }

    /// The parameters after each epoch of a run that nobody interrupts, by their digest.
    private static List<String> uninterrupted(TrainingJob job) {
        var run = TrainingRun.of(job.spec(), Examples.twoSides("two-sides"));
        var digests = new ArrayList<String>();
        while (!run.isFinished()) {
            run.next();
            digests.add(run.model().parameters().hash());
        }
        return digests;
    }

    private void assertFramesAreThoseOf(List<String> digests, TrainingJob job) {
        for (int epoch : job.frames()) {
            assertThat(frame(job, epoch)).as("epoch %d", epoch).contains(digests.get(epoch - 1));
        }
        for (int epoch = 1; epoch <= job.progress().epochs(); epoch++) {
            assertThat(frame(job, epoch).isPresent())
                    .as("epoch %d", epoch)
                    .isEqualTo(job.frames().contains(epoch));
        }
    }

    private Optional<String> frame(TrainingJob job, int epoch) {
        return stores.frames()
                .read(job.id(), epoch)
                .map(frame -> frame.model().parameters().hash());
    }

    @Test
    void framesAreTheParametersAtTheirEpochs() {
        var job = jobs.submit(Examples.spec(dataset, 500));
        shop.work(job.id());
        var done = jobs.get(job.id());
        assertThat(done.frames()).hasSize(20).startsWith(1, 2).endsWith(500);
        assertFramesAreThoseOf(uninterrupted(job), done);
        assertThat(frame(done, 500)).contains(done.result().orElseThrow().parametersHash());
    }

    @Test
    void framesAreWrittenWithTheirEpochs() {
        var job = jobs.submit(Examples.spec(dataset, 40));
        var digests = uninterrupted(job);
        var seen = new ArrayList<List<Integer>>();
        shop.work(job.id(), () -> {
            var running = jobs.get(job.id());
            assertFramesAreThoseOf(digests, running);
            seen.add(running.frames());
            clock.advance(Duration.ofMillis(300));
            return false;
        });
        assertThat(seen)
                .startsWith(List.of(), List.of(1), List.of(1))
                .endsWith(FrameSchedule.of(20, 40).upTo(37));
    }

    @Test
    void cancelledJobKeepsTheFramesSoFar() {
        var job = jobs.submit(Examples.spec(dataset, 500));
        shop.work(job.id(), atStep(7, () -> jobs.cancel(job.id())));
        var cancelled = jobs.get(job.id());
        assertThat(cancelled.frames()).containsExactly(1, 2, 3, 4, 5, 7);
        assertFramesAreThoseOf(uninterrupted(job), cancelled);
    }

    @Test
    void jobWithoutFramesKeepsNone() {
        var job = jobs.submit(
                Examples.spec("{\"dataset\": \"%s\", \"features\": [\"x1\"], \"frames\": 0}".formatted(dataset)));
        shop.work(job.id());
        assertThat(jobs.get(job.id()).result()).isPresent();
        assertFramesAreThoseOf(List.of(), jobs.get(job.id()));
    }

    @Test
    void framesThatTakeMuchMemoryDoNotWaitForTheNextWrite() {
        var job = jobs.submit(Examples.spec("""
                {"dataset": "%s", "features": ["x1"], "epochs": 6, "model": {"type": "mlp", "hidden": [800, 800]}}
                """.formatted(dataset)));
        var seen = new ArrayList<Integer>();
        shop.work(job.id(), () -> {
            seen.add(jobs.get(job.id()).progress().epoch());
            return false;
        });
        // The clock stands still, but two frames have more than a million parameters.
        assertThat(seen).containsExactly(0, 0, 2, 2, 4, 4);
    }

    @Test
    void shortJobTakesTwoWritesOfItsRow() {
        var job = jobs.submit(Examples.spec(dataset, 500));
        shop.work(job.id());
        // claimed, then at once the last epochs and the end
        assertThat(jobs.get(job.id()).version()).isEqualTo(job.version() + 2);
    }

    @Test
    void longJobShowsItsHistoryAsItGoes() {
        var job = jobs.submit(Examples.spec(dataset, 10));
        var seen = new ArrayList<Integer>();
        shop.work(job.id(), () -> {
            seen.add(jobs.get(job.id()).progress().epoch());
            clock.advance(Duration.ofMillis(100));
            return false;
        });
        // The third step ends 300 ms after the claim, the next write is due half a second later.
        assertThat(seen).containsExactly(0, 0, 0, 3, 3, 3, 3, 3, 8, 8);
        assertThat(jobs.history(job.id()).orElseThrow().snapshot().epochs())
                .containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9, 10);
    }

    @Test
    void queuedJobIsCancelledAtOnceAndNeverStarts() {
        var job = jobs.submit(Examples.spec(dataset, 5));
        assertThat(jobs.cancel(job.id()).state()).isInstanceOf(JobState.Cancelled.class);
        shop.work(job.id());
        assertThat(jobs.get(job.id()).attempt()).isZero();
    }

    @Test
    void runningJobIsCancelledWithinAStep() {
        var job = jobs.submit(Examples.spec(dataset, 100));
        var steps = new int[1];
        var cancelling =
                atStep(7, () -> assertThat(jobs.cancel(job.id()).state()).isInstanceOf(JobState.Cancelling.class));
        shop.work(job.id(), () -> {
            steps[0]++;
            return cancelling.getAsBoolean();
        });
        assertThat(steps[0]).isEqualTo(7);
        assertThat(jobs.get(job.id()).state()).isInstanceOf(JobState.Cancelled.class);
        assertThat(jobs.history(job.id()).orElseThrow().snapshot().size()).isEqualTo(7);
        assertThat(stores.models().list(ModelFilter.ALL, PageRequest.first(9)).items())
                .isEmpty();
    }

    @Test
    void cancellingAgainChangesNothing() {
        var job = jobs.submit(Examples.spec(dataset, 5));
        var cancelled = jobs.cancel(job.id());
        assertThat(jobs.cancel(job.id())).isEqualTo(cancelled);
    }

    @Test
    void finishedJobCannotBeCancelled() {
        var job = jobs.submit(Examples.spec(dataset, 5));
        shop.work(job.id());
        assertThatThrownBy(() -> jobs.cancel(job.id()))
                .isInstanceOfSatisfying(StateConflictException.class, conflict -> {
                    assertThat(conflict.state()).isEqualTo("succeeded");
                    assertThat(conflict.allowedActions()).isEmpty();
                });
    }

    @Test
    void cancelThatComesBeforeTheLastWriteWins() {
        var job = jobs.submit(Examples.spec(dataset, 3));
        shop.work(
                job.id(),
                atStep(
                        3,
                        () -> stores.transaction().executeWithoutResult(_ -> {
                            var running = stores.jobs().lock(job.id()).orElseThrow();
                            stores.jobs().update(running.cancelled(clock.instant()), running.attempt());
                        })));
        assertThat(jobs.get(job.id()).state()).isInstanceOf(JobState.Cancelled.class);
        assertThat(stores.models().list(ModelFilter.ALL, PageRequest.first(9)).items())
                .isEmpty();
    }

    @Test
    void divergingJobFailsWithItsEpochAndAFix() {
        var steep = stores.datasets().save(Examples.steep("steep")).id();
        var job = jobs.submit(Examples.spec(
                "{\"dataset\": \"%s\", \"optimizer\": {\"type\": \"sgd\", \"learningRate\": 10}}".formatted(steep)));
        shop.work(job.id());
        var error = jobs.get(job.id()).error().orElseThrow();
        assertThat(error.code()).isEqualTo("diverged");
        assertThat(error.epoch()).isBetween(2, 100);
        assertThat(error.fix()).contains("learning rate").contains("standardize");
        assertThat(jobs.history(job.id()).orElseThrow().snapshot().size()).isEqualTo(error.epoch() - 1);
        assertThat(jobs.get(job.id()).progress().step()).isEqualTo(error.epoch() - 1);
    }

    @Test
    void unexpectedFailureShowsNothingButAnErrorId() {
        var job = jobs.submit(Examples.spec(dataset, 5));
        stores.database().sql("delete from dataset").update();
        shop.work(job.id());
        var error = jobs.get(job.id()).error().orElseThrow();
        assertThat(error.code()).isEqualTo("internal");
        assertThat(error.detail()).matches(".*error id [0-9a-f-]{36}").doesNotContain("Exception");
    }

    @Test
    void jobOfADeadWorkerStartsAgainFromItsBeginning() {
        var job = jobs.submit(Examples.spec(dataset, 30));
        var dead = new IllegalStateException();
        clock.advance(Duration.ofSeconds(1));
        assertThatThrownBy(() -> shop.work(job.id(), atStep(20, () -> {
                    throw new DataAccessResourceFailureException("killed", dead);
                })))
                .hasRootCause(dead);
        assertThat(jobs.get(job.id()).state()).isInstanceOf(JobState.Running.class);

        shop.work(job.id());
        var done = jobs.get(job.id());
        assertThat(done.state()).isInstanceOf(JobState.Succeeded.class);
        assertThat(done.attempt()).isEqualTo(2);
        assertThat(done.interruptions()).isEqualTo(1);
        assertThat(jobs.history(job.id()).orElseThrow().snapshot().size()).isEqualTo(30);
    }

    /// A checkpoint is written every other step, so that it dies at one that is lost.
    @Test
    void jobOfADeadWorkerGoesOnFromItsCheckpoint() {
        var job = jobs.submit(Examples.spec(dataset, 30));
        var step = new int[1];
        assertThatThrownBy(() -> shop.work(job.id(), () -> {
                    clock.advance(Duration.ofMillis(600));
                    if (++step[0] == 11) {
                        throw new DataAccessResourceFailureException("killed");
                    }
                    return false;
                }))
                .hasMessageContaining("killed");
        var left = jobs.get(job.id());
        assertThat(left.progress().epoch()).isEqualTo(10);
        assertThat(left.checkpoint()).isEqualTo(new CheckpointMark(9, 9));

        var seen = new ArrayList<Integer>();
        var done = shop.work(job.id(), () -> {
            seen.add(jobs.get(job.id()).progress().epoch());
            clock.advance(Duration.ofMillis(600));
            return false;
        });
        assertThat(seen).hasSize(21).startsWith(10, 10, 11, 12);
        var digests = uninterrupted(job);
        assertThat(done.result().orElseThrow().parametersHash()).isEqualTo(digests.getLast());
        assertThat(jobs.history(job.id()).orElseThrow().snapshot().epochs())
                .containsExactly(IntStream.rangeClosed(1, 30).toArray());
        assertFramesAreThoseOf(digests, done);
    }

    @Test
    void historyIsThatOfTheRunThatNobodyInterrupted() {
        var spec = """
                {"dataset": "%s", "features": ["x1", "x2"], "epochs": 25, "batchSize": 3, "validation": {"share": 0.3},
                 "model": {"type": "mlp", "hidden": [4]}, "optimizer": "adam", "seed": %d}
                """;
        var whole = jobs.submit(Examples.spec(spec.formatted(dataset, 5)));
        shop.work(whole.id());
        var torn = jobs.submit(Examples.spec(spec.formatted(dataset, 5)));
        var random = new Random(1);
        while (!jobs.get(torn.id()).state().isFinal()) {
            shop.work(torn.id(), () -> {
                clock.advance(Duration.ofMillis(random.nextInt(700)));
                return random.nextInt(9) == 0;
            });
        }
        var expected = jobs.history(whole.id()).orElseThrow().snapshot();
        var history = jobs.history(torn.id()).orElseThrow().snapshot();
        assertThat(jobs.get(torn.id()).interruptions()).isGreaterThan(3);
        assertThat(history.epochs()).isEqualTo(expected.epochs());
        for (var metric : expected.metrics()) {
            assertThat(history.column(metric)).as(metric.key()).isEqualTo(expected.column(metric));
        }
        assertThat(jobs.get(torn.id()).result().orElseThrow().parametersHash())
                .isEqualTo(jobs.get(whole.id()).result().orElseThrow().parametersHash());
    }

    @Test
    void damagedCheckpointMakesTheJobStartOver() {
        var job = jobs.submit(Examples.spec(dataset, 30));
        shop.work(job.id(), leavingAt(5));
        stores.database()
                .sql("update checkpoint_chunk set content = ? where owner = ?")
                .params(new byte[100], job.id())
                .update();
        var done = shop.work(job.id());
        assertThat(done.result().orElseThrow().parametersHash())
                .isEqualTo(uninterrupted(job).getLast());
        assertThat(jobs.history(job.id()).orElseThrow().snapshot().size()).isEqualTo(30);
    }

    @Test
    void thirdDeathInARowWithoutACheckpointIsTheLast() {
        var job = jobs.submit(Examples.spec(dataset, 30));
        for (int death = 1; death <= 3; death++) {
            killAtStep(job, 5, Duration.ZERO);
        }
        var failed = shop.work(job.id());
        assertThat(failed.error().orElseThrow().code()).isEqualTo("worker-crash-loop");
        assertThat(failed.attempt()).isEqualTo(3);
    }

    @Test
    void deathsAfterACheckpointDoNotCount() {
        var job = jobs.submit(Examples.spec(dataset, 30));
        for (int death = 1; death <= 6; death++) {
            killAtStep(job, 5, Duration.ofMillis(300));
        }
        assertThat(shop.work(job.id()).state()).isInstanceOf(JobState.Succeeded.class);
    }

    @Test
    void deathOfAWorkerThatHasWrittenACheckpointDoesNotCount() {
        var job = jobs.submit(Examples.spec(dataset, 30));
        killAtStep(job, 5, Duration.ofMillis(300));
        killAtStep(job, 5, Duration.ZERO);
        killAtStep(job, 5, Duration.ZERO);
        assertThat(shop.work(job.id()).state()).isInstanceOf(JobState.Succeeded.class);
    }

    @Test
    void jobIsOnItsLastTryAfterTwoDeathsInARow() {
        var job = jobs.submit(Examples.spec(dataset, 30));
        var claims = new JobClaims(shop.files(stores.jobs(), stores.models()), new Unclean());
        for (int death = 1; death <= 2; death++) {
            assertThat(claims.isLastTry(job.id())).as("before death %d", death).isFalse();
            killAtStep(job, 5, Duration.ZERO);
        }
        assertThat(claims.isLastTry(job.id())).isTrue();
        killAtStep(job, 5, Duration.ofMillis(300));
        assertThat(claims.isLastTry(job.id())).isFalse();
    }

    /// As a killed process leaves it: the next one knows nothing of it.
    private void killAtStep(TrainingJob job, int n, Duration step) {
        var count = new int[1];
        assertThatThrownBy(() -> shop.work(job.id(), () -> {
                    clock.advance(step);
                    if (++count[0] == n) {
                        throw new DataAccessResourceFailureException("killed");
                    }
                    return false;
                }))
                .hasMessageContaining("killed");
        shop.forgetAll();
    }

    @Test
    void absenceOfTheDatabaseIsNoDeath() {
        var job = jobs.submit(Examples.spec(dataset, 30));
        for (int absence = 1; absence <= 4; absence++) {
            assertThatThrownBy(() -> shop.work(job.id(), () -> {
                        throw new DataAccessResourceFailureException("away");
                    }))
                    .hasMessageContaining("away");
        }
        var done = shop.work(job.id());
        assertThat(done.state()).isInstanceOf(JobState.Succeeded.class);
        assertThat(done.interruptions()).isEqualTo(4);
    }

    @Test
    void staleAttemptWritesNothing() {
        var job = jobs.submit(Examples.spec(dataset, 30));
        var finished = new ArrayList<TrainingJob>();
        shop.work(job.id(), atStep(20, () -> {
            shop.work(job.id());
            finished.add(jobs.get(job.id()));
        }));
        assertThat(finished.getFirst().state()).isInstanceOf(JobState.Succeeded.class);
        assertThat(finished.getFirst().attempt()).isEqualTo(2);
        assertThat(jobs.get(job.id())).usingRecursiveComparison().isEqualTo(finished.getFirst());
        assertThat(stores.models().list(ModelFilter.ALL, PageRequest.first(9)).items())
                .hasSize(1);
    }

    @Test
    void staleAttemptLeavesNoFrames() {
        var job = jobs.submit(Examples.spec(dataset, 30));
        shop.work(job.id(), atStep(20, () -> {
            stores.transaction().executeWithoutResult(_ -> {
                var running = stores.jobs().lock(job.id()).orElseThrow();
                var left = shop.journal.write(running, running.left(clock.instant()));
                shop.journal.write(left, left.claimed(clock.instant()));
            });
            clock.advance(Duration.ofSeconds(2)); // so that a write is due
        }));
        assertThat(jobs.get(job.id()).attempt()).isEqualTo(2);
        assertFramesAreThoseOf(List.of(), jobs.get(job.id()));
    }

    @Test
    void shutdownGivesTheJobBackToTheQueueWithACheckpoint() {
        var job = jobs.submit(Examples.spec(dataset, 30));
        var waiting = shop.work(job.id(), leavingAt(5));
        assertThat(waiting.state()).isInstanceOf(JobState.Queued.class);
        assertThat(waiting.interruptions()).isEqualTo(1);
        assertThat(waiting.checkpoint()).isEqualTo(new CheckpointMark(4, 4));
        assertThat(shop.work(job.id()).result().orElseThrow().parametersHash())
                .isEqualTo(uninterrupted(job).getLast());
    }

    @Test
    void pausedJobWritesACheckpointAndGoesOnWhenItIsResumed() {
        var job = jobs.submit(Examples.spec(dataset, 30));
        shop.queued.clear();
        var paused = shop.work(
                job.id(),
                atStep(7, () -> assertThat(jobs.pause(job.id()).state()).isInstanceOf(JobState.Pausing.class)));
        assertThat(paused.state()).isInstanceOf(JobState.Paused.class);
        assertThat(paused.checkpoint()).isEqualTo(new CheckpointMark(7, 7));
        assertThat(jobs.pause(job.id())).usingRecursiveComparison().isEqualTo(paused);
        assertThat(shop.work(job.id())).usingRecursiveComparison().isEqualTo(paused);

        var resumed = jobs.resume(job.id());
        assertThat(resumed.state()).isInstanceOf(JobState.Queued.class);
        assertThat(jobs.resume(job.id())).usingRecursiveComparison().isEqualTo(resumed);
        assertThat(shop.queued).containsExactly(job.id());
        assertThat(shop.work(job.id()).result().orElseThrow().parametersHash())
                .isEqualTo(uninterrupted(job).getLast());
        assertThatThrownBy(() -> jobs.pause(job.id())).isInstanceOf(StateConflictException.class);
        assertThatThrownBy(() -> jobs.resume(job.id())).isInstanceOf(StateConflictException.class);
    }

    @Test
    void queuedJobPausesAtOnceAndMayBeCancelled() {
        var job = jobs.submit(Examples.spec(dataset, 30));
        assertThat(jobs.pause(job.id()).state()).isInstanceOf(JobState.Paused.class);
        assertThat(shop.work(job.id()).attempt()).isZero();
        assertThat(jobs.cancel(job.id()).state()).isInstanceOf(JobState.Cancelled.class);
        assertThatThrownBy(() -> jobs.pause(job.id())).isInstanceOf(StateConflictException.class);
    }

    @Test
    void jobThatPausesInItsLastStepSucceeds() {
        var job = jobs.submit(Examples.spec(dataset, 7));
        var done = shop.work(
                job.id(),
                atStep(
                        7,
                        () -> stores.transaction().executeWithoutResult(_ -> {
                            var running = stores.jobs().lock(job.id()).orElseThrow();
                            stores.jobs().update(running.paused(clock.instant()), running.attempt());
                        })));
        assertThat(done.state()).isInstanceOf(JobState.Succeeded.class);
    }

    @Test
    void ownTimeLimitEndsTheJobWithTheModelSoFar() {
        var job = jobs.submit(
                Examples.spec("{\"dataset\": \"%s\", \"features\": [\"x1\"], \"maxSeconds\": 2.5}".formatted(dataset)));
        var done = shop.work(job.id(), () -> {
            clock.advance(Duration.ofSeconds(1));
            return false;
        });
        var result = done.result().orElseThrow();
        assertThat(result.stopReason()).isEqualTo(StopReason.TIME_LIMIT);
        assertThat(done.progress().epoch()).isEqualTo(3);
        assertThat(result.parametersHash()).isEqualTo(uninterrupted(job).get(2));
    }

    @Test
    void limitOfTheServiceFailsTheJob() {
        var job = jobs.submit(Examples.spec(dataset, 30));
        var failed = shop.work(job.id(), () -> {
            clock.advance(Duration.ofMinutes(25));
            return false;
        });
        assertThat(failed.error().orElseThrow().code()).isEqualTo("time-limit");
        assertThat(failed.progress().epoch()).isEqualTo(2);
    }

    @Test
    void checkpointsAreSoManyEpochsApart() {
        var job = jobs.submit(Examples.spec("""
                {"dataset": "%s", "features": ["x1", "x2"], "epochs": 30, "checkpointEvery": 7}
                """.formatted(dataset)));
        var seen = new LinkedHashSet<Integer>();
        shop.work(job.id(), () -> {
            var mark = jobs.get(job.id()).checkpoint();
            seen.add(mark == null ? 0 : mark.epoch());
            clock.advance(Duration.ofMillis(600));
            return false;
        });
        assertThat(seen).containsExactly(0, 1, 8, 15, 22, 29);
    }

    @Test
    void everythingThatHappensIsAnEventInOrder() {
        var job = jobs.submit(Examples.spec(dataset, 9));
        shop.work(job.id(), atStep(4, () -> jobs.pause(job.id())));
        jobs.resume(job.id());
        shop.work(job.id());
        var events = jobs.events(job.id(), 0, 100);
        assertThat(events.stream().map(JobEvents.NumberedEvent::number))
                .containsExactly(
                        LongStream.rangeClosed(1, events.size()).boxed().toArray(Long[]::new));
        assertThat(events.stream().map(JobEvents.NumberedEvent::event))
                .containsExactly(
                        new JobEvent.StateChanged("queued", 1, 0, clock.instant()),
                        new JobEvent.StateChanged("running", 2, 1, clock.instant()),
                        new JobEvent.StateChanged("pausing", 3, 1, clock.instant()),
                        new JobEvent.Measured(1, 4),
                        new JobEvent.CheckpointWritten(4, 4),
                        new JobEvent.StateChanged("paused", 4, 1, clock.instant()),
                        new JobEvent.StateChanged("queued", 5, 1, clock.instant()),
                        new JobEvent.StateChanged("running", 6, 2, clock.instant()),
                        new JobEvent.Measured(5, 9),
                        new JobEvent.StateChanged("succeeded", 7, 2, clock.instant()),
                        new JobEvent.Ended("succeeded"));
        assertThat(jobs.events(job.id(), 9, 1)).hasSize(1).first().isEqualTo(events.get(9));
        assertThat(jobs.get(job.id()).events()).isEqualTo(events.size());
    }

    @Test
    void cancellingJobOfADeadWorkerComesToRest() {
        var job = jobs.submit(Examples.spec(dataset, 30));
        assertThatThrownBy(() -> shop.work(job.id(), atStep(5, () -> {
                    jobs.cancel(job.id());
                    throw new DataAccessResourceFailureException("killed");
                })))
                .hasMessageContaining("killed");
        assertThat(jobs.get(job.id()).state()).isInstanceOf(JobState.Cancelling.class);
        shop.work(job.id());
        assertThat(jobs.get(job.id()).state()).isInstanceOf(JobState.Cancelled.class);
        assertThat(jobs.get(job.id()).attempt()).isEqualTo(1);
    }

    @Test
    void versionGrowsByOneWithEveryChange() {
        var job = jobs.submit(Examples.spec(dataset, 30));
        var running = job.claimed(clock.instant());
        assertThat(running.version()).isEqualTo(2);
        assertThat(running.left(clock.instant()).version()).isEqualTo(3);
        assertThat(running.cancelled(clock.instant()).stopped(clock.instant()).version())
                .isEqualTo(4);
    }

    @Test
    void datasetThatUnfinishedJobsAreMeasuredOnStays() {
        var measured = stores.datasets().save(Examples.twoSides("measured")).id();
        var job = jobs.submit(Examples.spec("""
                {"dataset": "%s", "epochs": 5, "missing": "mean", "validation": {"dataset": "%s"}}""".formatted(dataset, measured)));
        assertThatThrownBy(() -> stores.datasets().delete(measured)).isInstanceOf(DatasetInUseException.class);
        shop.work(job.id());
        assertThat(jobs.get(job.id()).state()).isInstanceOf(JobState.Succeeded.class);
        stores.datasets().delete(measured);
        assertThat(stores.datasets().find(measured)).isEmpty();
    }

    @Test
    void onlyFinishedJobsAreDeletedAndTheirModelsStay() {
        var job = jobs.submit(Examples.spec(dataset, 5));
        assertThatThrownBy(() -> jobs.delete(job.id())).isInstanceOf(StateConflictException.class);
        assertThatThrownBy(() -> stores.datasets().delete(dataset)).isInstanceOf(DatasetInUseException.class);
        shop.work(job.id());
        var model = jobs.get(job.id()).result().orElseThrow().model();
        jobs.delete(job.id());
        assertThat(jobs.find(job.id())).isEmpty();
        assertThat(jobs.history(job.id())).isEmpty();
        assertThatThrownBy(() -> jobs.get(job.id())).isInstanceOf(NotFoundException.class);
        stores.datasets().delete(dataset);
        assertThat(stores.models().read(model)).isPresent();
        assertThat(frame(job, 1)).isEmpty();
    }

    @Test
    void sampleAndItsModelShareTheirIdAndStay() {
        jobs.submit("sample-two-sides", Examples.spec(dataset, 5));
        shop.work("sample-two-sides");
        assertThat(stores.models().find("sample-two-sides")).isPresent();
        assertThatThrownBy(() -> jobs.delete("sample-two-sides")).isInstanceOf(SampleProtectedException.class);
        assertThatThrownBy(() -> stores.models().delete("sample-two-sides"))
                .isInstanceOf(SampleProtectedException.class);
    }
}
