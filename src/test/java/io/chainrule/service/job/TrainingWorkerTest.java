package io.chainrule.service.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chainrule.learning.specification.InvalidSpecException;
import io.chainrule.learning.training.FrameSchedule;
import io.chainrule.learning.training.TrainingLimits;
import io.chainrule.learning.training.TrainingRun;
import io.chainrule.service.store.Stores;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.dao.DataAccessResourceFailureException;

/// The worker in the thread of the test, on a real database, under a clock that stands still.
class TrainingWorkerTest {

    @TempDir
    Path directory;

    private final SettableClock clock = new SettableClock();
    private final StopSignals signals = new StopSignals();
    private final Identifiers identifiers = new Identifiers();
    private final List<String> queued = new ArrayList<>();
    private Stores stores;
    private TrainingJobs jobs;
    private String dataset;

    @BeforeEach
    void open() {
        stores = new Stores(directory, clock);
        jobs = new TrainingJobs(
                stores.jobs(),
                stores.datasets(),
                queued::add,
                signals,
                identifiers,
                TrainingLimits.DEFAULT,
                stores.transaction(),
                clock);
        dataset = stores.datasets().save(Examples.twoSides("two-sides")).id();
    }

    @AfterEach
    void close() {
        stores.close();
    }

    private TrainingWorker worker() {
        return worker(stores.models());
    }

    private TrainingWorker worker(Models models) {
        return new TrainingWorker(
                stores.jobs(),
                stores.datasets(),
                stores.frames(),
                models,
                signals,
                identifiers,
                stores.transaction(),
                clock);
    }

    private static BooleanSupplier never() {
        return () -> false;
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
        assertThat(queued).containsExactly(job.id());
        assertThat(job.state()).isEqualTo(new JobState.Queued(clock.instant()));
        assertThat(job.version()).isEqualTo(1);
        assertThat(job.spec().target()).isEqualTo("label");
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
        assertThat(queued).isEmpty();
    }

    @Test
    void jobEndsWithTheModelOfItsRun() {
        var job = jobs.submit(Examples.spec(dataset, 500));
        assertThat(worker().work(job.id(), never())).isEqualTo(TrainingWorker.Outcome.DONE);

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
        worker().work(job.id(), never());
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
        worker().work(job.id(), () -> {
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
        worker().work(job.id(), atStep(7, () -> jobs.cancel(job.id())));
        var cancelled = jobs.get(job.id());
        assertThat(cancelled.frames()).containsExactly(1, 2, 3, 4, 5, 7);
        assertFramesAreThoseOf(uninterrupted(job), cancelled);
    }

    @Test
    void jobWithoutFramesKeepsNone() {
        var job = jobs.submit(
                Examples.spec("{\"dataset\": \"%s\", \"features\": [\"x1\"], \"frames\": 0}".formatted(dataset)));
        worker().work(job.id(), never());
        assertThat(jobs.get(job.id()).result()).isPresent();
        assertFramesAreThoseOf(List.of(), jobs.get(job.id()));
    }

    @Test
    void framesThatTakeMuchMemoryDoNotWaitForTheNextWrite() {
        var job = jobs.submit(Examples.spec("""
                {"dataset": "%s", "features": ["x1"], "epochs": 6, "model": {"type": "mlp", "hidden": [800, 800]}}
                """.formatted(dataset)));
        var seen = new ArrayList<Integer>();
        worker().work(job.id(), () -> {
            seen.add(jobs.get(job.id()).progress().epoch());
            return false;
        });
        // The clock stands still, but two frames have more than a million parameters.
        assertThat(seen).containsExactly(0, 0, 2, 2, 4, 4);
    }

    @Test
    void shortJobTakesTwoWritesOfItsRow() {
        var job = jobs.submit(Examples.spec(dataset, 500));
        worker().work(job.id(), never());
        // claimed, then at once the last epochs and the end
        assertThat(jobs.get(job.id()).version()).isEqualTo(job.version() + 3);
    }

    @Test
    void longJobShowsItsHistoryAsItGoes() {
        var job = jobs.submit(Examples.spec(dataset, 10));
        var seen = new ArrayList<Integer>();
        worker().work(job.id(), () -> {
            seen.add(jobs.get(job.id()).progress().epoch());
            clock.advance(Duration.ofMillis(100));
            return false;
        });
        // The third step ends 300 ms after the claim, the next write is due a second later.
        assertThat(seen).containsExactly(0, 0, 0, 3, 3, 3, 3, 3, 3, 3);
        assertThat(jobs.history(job.id()).orElseThrow().snapshot().epochs())
                .containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9, 10);
    }

    @Test
    void queuedJobIsCancelledAtOnceAndNeverStarts() {
        var job = jobs.submit(Examples.spec(dataset, 5));
        assertThat(jobs.cancel(job.id()).state()).isInstanceOf(JobState.Cancelled.class);
        assertThat(worker().work(job.id(), never())).isEqualTo(TrainingWorker.Outcome.DONE);
        assertThat(jobs.get(job.id()).attempt()).isZero();
    }

    @Test
    void runningJobIsCancelledWithinAStep() {
        var job = jobs.submit(Examples.spec(dataset, 100));
        var steps = new int[1];
        var cancelling =
                atStep(7, () -> assertThat(jobs.cancel(job.id()).state()).isInstanceOf(JobState.Cancelling.class));
        worker().work(job.id(), () -> {
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
        worker().work(job.id(), never());
        assertThatThrownBy(() -> jobs.cancel(job.id()))
                .isInstanceOfSatisfying(StateConflictException.class, conflict -> {
                    assertThat(conflict.state()).isEqualTo("succeeded");
                    assertThat(conflict.allowedActions()).isEmpty();
                });
    }

    @Test
    void cancelThatComesBeforeTheLastWriteWins() {
        var job = jobs.submit(Examples.spec(dataset, 3));
        worker().work(
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
        worker().work(job.id(), never());
        var error = jobs.get(job.id()).error().orElseThrow();
        assertThat(error.code()).isEqualTo("diverged");
        assertThat(error.epoch()).isBetween(2, 100);
        assertThat(error.fix()).contains("learning rate").contains("standardize");
        assertThat(jobs.history(job.id()).orElseThrow().snapshot().size()).isEqualTo(error.epoch() - 1);
    }

    @Test
    void unexpectedFailureShowsNothingButAnErrorId() {
        var job = jobs.submit(Examples.spec(dataset, 5));
        stores.database().sql("delete from dataset").update();
        worker().work(job.id(), never());
        var error = jobs.get(job.id()).error().orElseThrow();
        assertThat(error.code()).isEqualTo("internal");
        assertThat(error.detail()).matches(".*error id [0-9a-f-]{36}").doesNotContain("Exception");
    }

    @Test
    void jobOfADeadWorkerStartsAgainFromItsBeginning() {
        var job = jobs.submit(Examples.spec(dataset, 30));
        var dead = new IllegalStateException();
        clock.advance(Duration.ofSeconds(1));
        assertThatThrownBy(() -> worker().work(job.id(), atStep(20, () -> {
                    throw new DataAccessResourceFailureException("killed", dead);
                })))
                .hasRootCause(dead);
        assertThat(jobs.get(job.id()).state()).isInstanceOf(JobState.Running.class);

        worker().work(job.id(), never());
        var done = jobs.get(job.id());
        assertThat(done.state()).isInstanceOf(JobState.Succeeded.class);
        assertThat(done.attempt()).isEqualTo(2);
        assertThat(done.interruptions()).isEqualTo(1);
        assertThat(jobs.history(job.id()).orElseThrow().snapshot().size()).isEqualTo(30);
    }

    @Test
    void historyAndFramesOfADeadAttemptAreForgotten() {
        var job = jobs.submit(Examples.spec(dataset, 30));
        assertThatThrownBy(() -> worker().work(job.id(), () -> {
                    clock.advance(Duration.ofSeconds(2));
                    if (jobs.get(job.id()).progress().epoch() == 10) {
                        throw new DataAccessResourceFailureException("killed");
                    }
                    return false;
                }))
                .hasMessageContaining("killed");
        assertThat(jobs.history(job.id()).orElseThrow().snapshot().size()).isEqualTo(10);
        var digests = uninterrupted(job);
        assertFramesAreThoseOf(digests, jobs.get(job.id()));
        worker().work(job.id(), atStep(1, () -> {
            assertThat(jobs.history(job.id())).isEmpty();
            assertThat(jobs.get(job.id()).frames()).isEmpty();
            assertFramesAreThoseOf(digests, jobs.get(job.id()));
        }));
        assertThat(jobs.history(job.id()).orElseThrow().snapshot().epochs()).hasSize(30);
        assertFramesAreThoseOf(digests, jobs.get(job.id()));
    }

    @Test
    void staleAttemptWritesNothing() {
        var job = jobs.submit(Examples.spec(dataset, 30));
        var finished = new ArrayList<TrainingJob>();
        var zombie = worker().work(job.id(), atStep(20, () -> {
            worker().work(job.id(), never());
            finished.add(jobs.get(job.id()));
        }));
        assertThat(zombie).isEqualTo(TrainingWorker.Outcome.DONE);
        assertThat(finished.getFirst().state()).isInstanceOf(JobState.Succeeded.class);
        assertThat(finished.getFirst().attempt()).isEqualTo(2);
        assertThat(jobs.get(job.id())).usingRecursiveComparison().isEqualTo(finished.getFirst());
        assertThat(stores.models().list(ModelFilter.ALL, PageRequest.first(9)).items())
                .hasSize(1);
    }

    @Test
    void staleAttemptLeavesNoFrames() {
        var job = jobs.submit(Examples.spec(dataset, 30));
        worker().work(job.id(), atStep(20, () -> {
            stores.transaction().executeWithoutResult(_ -> {
                var running = stores.jobs().lock(job.id()).orElseThrow();
                stores.jobs().update(running.interrupted(clock.instant()).claimed(clock.instant()), running.attempt());
            });
            clock.advance(Duration.ofSeconds(2)); // so that a write is due
        }));
        assertThat(jobs.get(job.id()).attempt()).isEqualTo(2);
        assertFramesAreThoseOf(List.of(), jobs.get(job.id()));
    }

    @Test
    void shutdownGivesTheJobBackToTheQueue() {
        var job = jobs.submit(Examples.spec(dataset, 30));
        var step = new int[1];
        assertThat(worker().work(job.id(), () -> ++step[0] == 5)).isEqualTo(TrainingWorker.Outcome.AGAIN);
        var waiting = jobs.get(job.id());
        assertThat(waiting.state()).isInstanceOf(JobState.Queued.class);
        assertThat(waiting.interruptions()).isEqualTo(1);
        worker().work(job.id(), never());
        assertThat(jobs.get(job.id()).state()).isInstanceOf(JobState.Succeeded.class);
    }

    @Test
    void cancellingJobOfADeadWorkerComesToRest() {
        var job = jobs.submit(Examples.spec(dataset, 30));
        assertThatThrownBy(() -> worker().work(job.id(), atStep(5, () -> {
                    jobs.cancel(job.id());
                    throw new DataAccessResourceFailureException("killed");
                })))
                .hasMessageContaining("killed");
        assertThat(jobs.get(job.id()).state()).isInstanceOf(JobState.Cancelling.class);
        worker().work(job.id(), never());
        assertThat(jobs.get(job.id()).state()).isInstanceOf(JobState.Cancelled.class);
        assertThat(jobs.get(job.id()).attempt()).isEqualTo(1);
    }

    @Test
    void versionGrowsByOneWithEveryChange() {
        var job = jobs.submit(Examples.spec(dataset, 30));
        var running = job.claimed(clock.instant());
        assertThat(running.version()).isEqualTo(2);
        assertThat(running.interrupted(clock.instant()).version()).isEqualTo(3);
        assertThat(running.cancelled(clock.instant()).stopped(clock.instant()).version())
                .isEqualTo(4);
    }

    @Test
    void onlyFinishedJobsAreDeletedAndTheirModelsStay() {
        var job = jobs.submit(Examples.spec(dataset, 5));
        assertThatThrownBy(() -> jobs.delete(job.id())).isInstanceOf(StateConflictException.class);
        assertThatThrownBy(() -> stores.datasets().delete(dataset)).isInstanceOf(DatasetInUseException.class);
        worker().work(job.id(), never());
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
        worker().work("sample-two-sides", never());
        assertThat(stores.models().find("sample-two-sides")).isPresent();
        assertThatThrownBy(() -> jobs.delete("sample-two-sides")).isInstanceOf(SampleProtectedException.class);
        assertThatThrownBy(() -> stores.models().delete("sample-two-sides"))
                .isInstanceOf(SampleProtectedException.class);
    }
}
