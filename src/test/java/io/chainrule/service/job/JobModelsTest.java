package io.chainrule.service.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chainrule.learning.evaluation.DecisionBoundary;
import io.chainrule.learning.evaluation.GridSpec;
import io.chainrule.learning.evaluation.Surface;
import io.chainrule.learning.model.Model;
import io.chainrule.learning.specification.InvalidSpecException;
import io.chainrule.learning.training.TrainingRun;
import io.chainrule.learning.training.TrainingSpec;
import io.chainrule.service.store.OnEveryDatabase;
import io.chainrule.service.store.Stores;
import io.chainrule.service.store.Vendor;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;

/// Models of jobs under way and at their end; the worker runs in the thread of the test.
@OnEveryDatabase
class JobModelsTest {

    @Parameter
    Vendor vendor;

    @TempDir
    Path directory;

    private Workshop shop;
    private Stores stores;
    private TrainingJobs jobs;
    private JobModels jobModels;
    private String dataset;

    @BeforeEach
    void open() {
        shop = new Workshop(vendor, directory);
        stores = shop.stores;
        jobs = shop.jobs;
        jobModels = new JobModels(stores.frames(), stores.models(), stores.checkpoints(), stores.datasets());
        dataset = stores.datasets().save(Examples.twoSides("two-sides")).id();
    }

    @AfterEach
    void close() {
        shop.close();
    }

    private TrainingJob worked(int epochs, BooleanSupplier isShuttingDown) {
        return shop.work(jobs.submit(Examples.spec(dataset, epochs)).id(), isShuttingDown);
    }

    private TrainingJob worked(TrainingJob job, BooleanSupplier isShuttingDown) {
        return shop.work(job.id(), isShuttingDown);
    }

    /// Cancels the only job at the n-th step.
    private BooleanSupplier cancellingAt(int n) {
        var step = new int[1];
        return () -> {
            if (++step[0] == n) {
                jobs.cancel(jobs.list(JobFilter.ALL, PageRequest.first(1))
                        .items()
                        .getFirst()
                        .id());
            }
            return false;
        };
    }

    private Model trainedFor(int epochs) {
        var run = TrainingRun.of(Examples.spec(dataset, 500), Examples.twoSides("two-sides"));
        for (int epoch = 0; epoch < epochs; epoch++) {
            run.next();
        }
        return run.model();
    }

    private static int[][] labels(Model model) {
        return ((Surface.Regions)
                        DecisionBoundary.of(model, GridSpec.of("40x30")).surface())
                .label();
    }

    @Test
    void boundaryOfEveryFrameIsThatOfARunStoppedThere() {
        var done = worked(500, () -> false);
        for (int epoch : done.frames()) {
            var frame = jobModels.at(done, epoch);
            assertThat(frame.epoch()).isEqualTo(epoch);
            assertThat(labels(frame.model())).as("epoch %d", epoch).isDeepEqualTo(labels(trainedFor(epoch)));
        }
        assertThat(labels(jobModels.at(done, 1).model()))
                .isNotEqualTo(labels(jobModels.newest(done).model()));
    }

    @Test
    void newestOfAJobThatSucceededIsItsModel() {
        var done = worked(30, () -> false);
        var newest = jobModels.newest(done);
        assertThat(newest.epoch()).isEqualTo(30);
        assertThat(newest.model().parameters().hash())
                .isEqualTo(done.result().orElseThrow().parametersHash());
    }

    @Test
    void lastFrameStandsInForAModelThatWasDeleted() {
        var done = worked(30, () -> false);
        stores.models().delete(done.result().orElseThrow().model());
        assertThat(jobModels.newest(done).model().parameters().hash())
                .isEqualTo(done.result().orElseThrow().parametersHash());
    }

    @Test
    void modelCountsAsFrameOfTheLastEpoch() {
        var done = worked(jobs.submit(withoutFrames()), () -> false);
        assertThat(jobModels.at(done, 5).model().parameters().hash())
                .isEqualTo(done.result().orElseThrow().parametersHash());
        assertThatThrownBy(() -> jobModels.at(done, 4))
                .isInstanceOf(InvalidSpecException.class)
                .hasMessageContaining("was to keep none");
        stores.models().delete(done.result().orElseThrow().model());
        assertThatThrownBy(() -> jobModels.newest(done)).isInstanceOf(NotFoundException.class);
    }

    private TrainingSpec withoutFrames() {
        return Examples.spec(
                "{\"dataset\": \"%s\", \"features\": [\"x1\"], \"epochs\": 5, \"frames\": 0}".formatted(dataset));
    }

    @Test
    void newestOfAJobThatWasCancelledIsItsNewestFrame() {
        var cancelled = worked(500, cancellingAt(6));
        assertThat(cancelled.progress().epoch()).isEqualTo(6);
        var newest = jobModels.newest(cancelled);
        assertThat(newest.epoch()).isEqualTo(5);
        assertThat(newest.model().parameters().hash())
                .isEqualTo(trainedFor(5).parameters().hash());
        assertThatThrownBy(() -> jobModels.at(cancelled, 500))
                .isInstanceOf(InvalidSpecException.class)
                .hasMessageContaining("1, 2, 3, 4, 5");
    }

    @Test
    void framesOutliveTheirDataset() {
        var cancelled = worked(500, cancellingAt(6));
        stores.datasets().delete(dataset);
        assertThat(jobModels.newest(cancelled).epoch()).isEqualTo(5);
    }

    @Test
    void jobThatIsQueuedOrJustBegunHasNoModelYet() {
        var queued = jobs.submit(Examples.spec(dataset, 500));
        assertThatThrownBy(() -> jobModels.newest(queued))
                .isInstanceOfSatisfying(
                        NoModelException.class,
                        none -> assertThat(none.isToCome()).isTrue());
        worked(queued, () -> {
            var running = jobs.get(queued.id());
            if (running.progress().epoch() == 0) {
                assertThatThrownBy(() -> jobModels.newest(running))
                        .isInstanceOfSatisfying(
                                NoModelException.class,
                                none -> assertThat(none.isToCome()).isTrue());
            }
            shop.clock.advance(Duration.ofMillis(100));
            return false;
        });
    }

    @Test
    void newestOfARunningJobIsItsCheckpointOrFrameWhicheverIsFurther() {
        var further = new HashSet<String>();
        worked(jobs.submit(Examples.spec(dataset, 500)), () -> {
            var running = jobs.list(JobFilter.ALL, PageRequest.first(1)).items().getFirst();
            if (running.progress().epoch() > 0) {
                var newest = jobModels.newest(running);
                var mark = running.checkpoint();
                int framed = running.frames().getLast();
                int marked = mark == null ? 0 : mark.epoch();
                assertThat(newest.epoch()).isEqualTo(Math.max(framed, marked));
                assertThat(newest.model().parameters().hash())
                        .isEqualTo(trainedFor(newest.epoch()).parameters().hash());
                further.add(marked > framed ? "checkpoint" : "frame");
            }
            shop.clock.advance(Duration.ofMillis(100));
            return false;
        });
        assertThat(further).containsExactlyInAnyOrder("checkpoint", "frame");
    }

    @Test
    void frameThatIsToComeIsNotReady() {
        var queued = jobs.submit(Examples.spec(dataset, 500));
        assertThatThrownBy(() -> jobModels.at(queued, 500))
                .isInstanceOf(NoModelException.class)
                .hasMessageContaining("not come to epoch 500");
        assertThatThrownBy(() -> jobModels.at(queued, 499))
                .isInstanceOf(InvalidSpecException.class)
                .hasMessageContaining("none so far");
    }

    @Test
    void jobThatWasCancelledInTheQueueWillNeverHaveOne() {
        var cancelled = jobs.cancel(jobs.submit(Examples.spec(dataset, 500)).id());
        assertThatThrownBy(() -> jobModels.newest(cancelled)).isInstanceOfSatisfying(NoModelException.class, none -> {
            assertThat(none.isToCome()).isFalse();
            assertThat(none.state()).isEqualTo("cancelled");
            assertThat(none.allowedActions()).isEmpty();
        });
    }
}
