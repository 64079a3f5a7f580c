package io.chainrule.service.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.chainrule.learning.specification.BudgetExceededException;
import io.chainrule.learning.specification.InvalidSpecException;
import io.chainrule.service.job.experiment.ExperimentSpec;
import io.chainrule.service.json.SpecReader;
import io.chainrule.service.store.OnEveryDatabase;
import io.chainrule.service.store.Stores;
import io.chainrule.service.store.Vendor;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.springframework.dao.DataAccessResourceFailureException;
import tools.jackson.databind.json.JsonMapper;

@OnEveryDatabase
class ExperimentsTest {

    @Parameter
    Vendor vendor;

    @TempDir
    Path directory;

    private Workshop shop;
    private Stores stores;
    private TrainingJobs jobs;
    private Experiments experiments;
    private String dataset;

    @BeforeEach
    void open() {
        shop = new Workshop(vendor, directory);
        stores = shop.stores;
        jobs = shop.jobs;
        experiments = shop.experiments(jobs);
        dataset = stores.datasets().save(Examples.twoSides("two-sides")).id();
    }

    @AfterEach
    void close() {
        shop.close();
    }

    private ExperimentSpec spec(String rest) {
        var json = "{'name': 'study', 'base': {'dataset': '%s', 'features': ['x1', 'x2'], 'epochs': 5}, %s}"
                .formatted(dataset, rest);
        return SpecReader.read(JsonMapper.builder().build().readTree(json.replace('\'', '"')), ExperimentSpec.class);
    }

    private Experiment submitted() {
        return experiments.submit(spec("'grid': {'seed': [3, 1, 2]}")).experiment();
    }

    @Test
    void allJobsAreQueuedInStatedOrder() {
        var experiment = submitted();
        assertThat(experiment.id()).matches("exp_[0-9a-z]{26}");
        assertThat(experiment.name()).isEqualTo("study");
        assertThat(experiment.states()).isEqualTo(Map.of("queued", 3L));
        assertThat(experiment.stage()).isEqualTo(Experiment.Stage.QUEUED);
        var made = experiments.jobs(experiment.id());
        assertThat(made.stream().map(job -> job.spec().seed())).containsExactly(3L, 1L, 2L);
        assertThat(made.stream().map(job -> job.spec().name())).containsExactly("seed=3", "seed=1", "seed=2");
        assertThat(shop.queued)
                .containsExactlyElementsOf(made.stream().map(TrainingJob::id).toList());
        assertThat(experiments.get(experiment.id())).isEqualTo(experiment);
    }

    @Test
    void whatWasAcceptedIsTold() {
        var accepted = experiments.submit(spec("'grid': {'seed': [3, 1, 2]}"));
        var id = accepted.experiment().id();
        shop.work(shop.queued.getFirst());
        assertThat(accepted.jobs()).extracting(job -> job.state().name()).containsOnly("queued");
        assertThat(experiments.snapshot(id).jobs()).extracting(TrainingJob::id).containsExactlyElementsOf(shop.queued);
        assertThatThrownBy(() -> experiments.snapshot("exp_none")).isInstanceOf(NotFoundException.class);
    }

    @Test
    void snapshotCountsTheJobsItHas() {
        var counted = submitted();
        shop.work(shop.queued.getFirst());
        var snapshot = ExperimentSnapshot.of(counted, experiments.jobs(counted.id()));
        assertThat(counted.states()).isEqualTo(Map.of("queued", 3L));
        assertThat(snapshot.experiment().states()).isEqualTo(Map.of("queued", 2L, "succeeded", 1L));
        assertThat(snapshot.experiment()).isEqualTo(experiments.get(counted.id()));
    }

    @Test
    void oneBadVariantStoresNothing() {
        var refused = catchThrowableOfType(
                InvalidSpecException.class, () -> experiments.submit(spec("""
                        'variants': [{'name': 'good'}, {'name': 'bad', 'loss': 'squared-error'},
                                     {'name': 'worse', 'features': ['x1', 'x9'], 'dataset': '%s'}, {'dataset': 'ds_none'}]
                        """.formatted(dataset))));
        assertThat(refused.violations().stream().map(violation -> violation.pointer()))
                .containsExactly("/variants/1/loss", "/variants/2/features/1", "/variants/3/dataset");
        assertNothingStored();
    }

    @Test
    void whatIsWrongInTheBaseIsToldOnce() {
        var json = "'base': {'dataset': '%s', 'epochs': 0}, 'grid': {'seed': [1, 2, 3]}".formatted(dataset);
        var refused = catchThrowableOfType(
                InvalidSpecException.class,
                () -> experiments.submit(SpecReader.read(
                        JsonMapper.builder().build().readTree(("{" + json + "}").replace('\'', '"')),
                        ExperimentSpec.class)));
        assertThat(refused.violations().stream().map(violation -> violation.pointer()))
                .containsExactly("/base/epochs");
    }

    @Test
    void tooMuchWorkIsRefusedWithTheNameOfTheJob() {
        assertThatThrownBy(() -> experiments.submit(spec("'grid': {'epochs': [5, 200000]}")))
                .isInstanceOf(BudgetExceededException.class)
                .hasMessageStartingWith("Job \"epochs=200000\": ");
        assertNothingStored();
    }

    @Test
    void failureOnTheWayLeavesNothingBehind() {
        var third = new int[1];
        var failing = shop.experiments(shop.jobs(_ -> {
            if (++third[0] == 3) {
                throw new DataAccessResourceFailureException("gone");
            }
        }));
        assertThatThrownBy(() -> failing.submit(spec("'grid': {'seed': [3, 1, 2]}")))
                .hasMessage("gone");
        assertNothingStored();
    }

    private void assertNothingStored() {
        assertThat(jobs.list(JobFilter.ALL, PageRequest.first(9)).items()).isEmpty();
        assertThat(experiments.list(PageRequest.first(9)).items()).isEmpty();
    }

    @Test
    void stagesFollowTheJobs() {
        var experiment = submitted();
        shop.work(shop.queued.get(0));
        assertThat(experiments.get(experiment.id()).stage()).isEqualTo(Experiment.Stage.RUNNING);
        shop.work(shop.queued.get(1));
        shop.work(shop.queued.get(2));
        assertThat(experiments.get(experiment.id()).stage()).isEqualTo(Experiment.Stage.FINISHED);
        assertThat(experiments.get(experiment.id()).states()).isEqualTo(Map.of("succeeded", 3L));
        assertThatThrownBy(() -> experiments.cancel(experiment.id()))
                .isInstanceOf(StateConflictException.class)
                .hasMessage("Experiment \"" + experiment.id() + "\" is finished and cannot be cancelled");
    }

    @Test
    void cancellingLeavesFinishedJobsAndMayBeRepeated() {
        var experiment = submitted();
        shop.work(shop.queued.getFirst());
        var cancelled = experiments.cancel(experiment.id()).experiment();
        assertThat(cancelled.states()).isEqualTo(Map.of("succeeded", 1L, "cancelled", 2L));
        assertThat(experiments.cancel(experiment.id()).experiment()).isEqualTo(cancelled);
        assertThatThrownBy(() -> experiments.cancel("exp_none")).isInstanceOf(NotFoundException.class);
    }

    @Test
    void deletedExperimentTakesItsJobsAlongAndLeavesTheModels() {
        var experiment = submitted();
        assertThatThrownBy(() -> experiments.delete(experiment.id())).isInstanceOf(StateConflictException.class);
        shop.work(shop.queued.getFirst());
        experiments.cancel(experiment.id());
        experiments.delete(experiment.id());
        assertNothingStored();
        assertThat(stores.jobs().history(shop.queued.getFirst())).isEmpty();
        assertThat(stores.models().list(ModelFilter.ALL, PageRequest.first(9)).items())
                .hasSize(1);
        assertThatThrownBy(() -> experiments.delete(experiment.id())).isInstanceOf(NotFoundException.class);
    }

    @Test
    void deletedJobLeavesItsExperiment() {
        var experiment = submitted();
        shop.work(shop.queued.getFirst());
        jobs.delete(shop.queued.getFirst());
        assertThat(experiments.jobs(experiment.id()).stream().map(TrainingJob::id))
                .containsExactly(shop.queued.get(1), shop.queued.get(2));
        assertThat(experiments.get(experiment.id()).jobs()).isEqualTo(2);
    }

    @Test
    void experimentsAreListedPageByPage() {
        var first = submitted();
        shop.clock.advance(Duration.ofSeconds(1));
        var second = submitted();
        var page = experiments.list(PageRequest.first(1));
        assertThat(page.items()).containsExactly(second);
        assertThat(experiments.list(new PageRequest(1, page.nextToken())).items())
                .containsExactly(first);
    }

    @Test
    void jobsAreFoundByTheirExperiment() {
        var alone = jobs.submit(Examples.spec(dataset, 5));
        var experiment = submitted();
        var filter = new JobFilter(null, null, null, experiment.id(), Map.of());
        assertThat(jobs.list(filter, PageRequest.first(9)).items())
                .hasSize(3)
                .noneMatch(job -> job.id().equals(alone.id()));
        assertThat(jobs.countByState(filter)).isEqualTo(Map.of("queued", 3L));
    }

    @Test
    void bundledExperimentStays() {
        var sample = experiments
                .submitSample("sample-study", spec("'variants': [{'name': 'One & only'}]"))
                .experiment();
        assertThat(experiments.jobs(sample.id()).getFirst().id()).isEqualTo("sample-study-one-only");
        shop.work("sample-study-one-only");
        assertThatThrownBy(() -> experiments.delete(sample.id())).isInstanceOf(SampleProtectedException.class);
    }
}
