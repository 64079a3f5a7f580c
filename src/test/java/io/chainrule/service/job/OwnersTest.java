package io.chainrule.service.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chainrule.learning.specification.InvalidSpecException;
import io.chainrule.service.access.Caller;
import io.chainrule.service.access.Role;
import io.chainrule.service.job.experiment.ExperimentSpec;
import io.chainrule.service.json.SpecReader;
import io.chainrule.service.store.OnEveryDatabase;
import io.chainrule.service.store.Vendor;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import tools.jackson.databind.json.JsonMapper;

/// What one owner has made is unknown to others, and known to operators.
@OnEveryDatabase
class OwnersTest {

    private static final Caller ALICE = new Caller.Holder("alice", Role.USER);
    private static final Caller BOB = new Caller.Holder("bob", Role.USER);
    private static final Caller OPERATOR = new Caller.Holder("carol", Role.OPERATOR);

    @Parameter
    Vendor vendor;

    @TempDir
    Path directory;

    private Workshop shop;
    private Experiments experiments;
    private String dataset;
    private String job;
    private String model;
    private String queued;
    private String experiment;

    @BeforeEach
    void open() {
        shop = new Workshop(vendor, directory);
        experiments = shop.experiments(shop.jobs);
        as(ALICE, this::make);
    }

    private String make() {
        dataset = shop.stores.datasets().save(Examples.twoSides("alice's")).id();
        job = shop.jobs.submit(Examples.spec(dataset, 20)).id();
        Caller.service().run(() -> shop.work(job));
        model = shop.jobs.get(job).result().orElseThrow().model();
        queued = shop.jobs.submit(Examples.spec(dataset, 10)).id();
        var spec = """
                {"base": {"dataset": "%s", "missing": "mean"}, "grid": {"optimizer.learningRate": [0.1, 1]}}""".formatted(dataset);
        experiment = experiments
                .submit(SpecReader.read(JsonMapper.shared().readTree(spec), ExperimentSpec.class))
                .experiment()
                .id();
        return job;
    }

    @AfterEach
    void close() {
        shop.close();
    }

    private static <T> T as(Caller caller, Supplier<T> work) {
        return caller.call(work::get);
    }

    private static void refused(Caller caller, Class<? extends Exception> by, Runnable work) {
        caller.run(() -> assertThatThrownBy(work::run).isInstanceOf(by));
    }

    @Test
    void nothingCanBeReadOnBehalfOfNobody() {
        var reads = List.<Runnable>of(
                () -> shop.stores.datasets().find(dataset),
                () -> shop.stores.datasets().read(dataset),
                () -> shop.stores.datasets().list(DatasetFilter.ALL, PageRequest.first(9)),
                () -> shop.stores.datasets().lock(dataset),
                () -> shop.stores.datasets().delete(dataset),
                () -> shop.stores.models().find(model),
                () -> shop.stores.models().read(model),
                () -> shop.stores.models().list(ModelFilter.ALL, PageRequest.first(9)),
                () -> shop.stores.models().delete(model),
                () -> shop.stores.jobs().find(job),
                () -> shop.stores.jobs().lock(job),
                () -> shop.stores.jobs().list(JobFilter.ALL, PageRequest.first(9)),
                () -> shop.stores.jobs().countByState(JobFilter.ALL),
                () -> shop.stores.jobs().queuePositions(List.of(queued)),
                () -> shop.stores.jobs().history(job),
                () -> shop.stores.jobs().delete(job),
                () -> shop.stores.frames().read(job, 1),
                () -> shop.stores.checkpoints().find(job),
                () -> shop.stores.events().after(job, 0, 9),
                () -> shop.stores.experiments().find(experiment),
                () -> shop.stores.experiments().jobs(experiment),
                () -> shop.stores.experiments().ofJobs(List.of(job)),
                () -> shop.stores.experiments().list(PageRequest.first(9)),
                () -> shop.stores.experiments().delete(experiment),
                () -> shop.stores.datasets().save(Examples.twoSides("nobody's")),
                () -> shop.stores.experiments().insert("exp_x", shop.clock.instant(), null, List.of()));
        for (var read : reads) {
            assertThatIllegalStateException()
                    .isThrownBy(() -> inAThreadOfItsOwn(read))
                    .withMessageContaining("on whose behalf");
        }
    }

    private static void inAThreadOfItsOwn(Runnable work) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            threads.submit(work).get();
        } catch (ExecutionException thrown) {
            throw new IllegalStateException(thrown.getCause().getMessage(), thrown);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError(interrupted);
        }
    }

    @Test
    void ownerSeesAllThatIsHis() {
        as(ALICE, () -> {
            assertThat(shop.stores.datasets().find(dataset).orElseThrow().jobs())
                    .isEqualTo(4);
            assertThat(shop.stores.datasets().read(dataset)).isPresent();
            assertThat(shop.jobs.find(job)).isPresent();
            assertThat(shop.jobs.history(job)).isPresent();
            assertThat(shop.jobs.events(job, 0, 9)).isNotEmpty();
            assertThat(shop.stores.frames().read(job, 1)).isPresent();
            assertThat(shop.stores.models().find(model).orElseThrow().owner()).isEqualTo("alice");
            assertThat(experiments.get(experiment).jobs()).isEqualTo(2);
            assertThat(experiments.jobs(experiment)).hasSize(2);
            assertThat(shop.jobs.countByState(JobFilter.ALL)).isEqualTo(Map.of("queued", 3L, "succeeded", 1L));
            return 0;
        });
    }

    @Test
    void othersFindNothing() {
        as(BOB, () -> {
            assertThat(shop.stores.datasets().find(dataset)).isEmpty();
            assertThat(shop.stores.datasets().read(dataset)).isEmpty();
            assertThat(shop.stores.datasets().lock(dataset)).isFalse();
            assertThat(shop.stores
                            .datasets()
                            .list(DatasetFilter.ALL, PageRequest.first(9))
                            .items())
                    .isEmpty();
            assertThat(shop.jobs.find(job)).isEmpty();
            assertThat(shop.jobs.history(job)).isEmpty();
            assertThat(shop.jobs.history(job, 1, 5)).isEmpty();
            assertThat(shop.jobs.events(job, 0, 9)).isEmpty();
            assertThat(shop.jobs.list(JobFilter.ALL, PageRequest.first(9)).items())
                    .isEmpty();
            assertThat(shop.jobs.countByState(JobFilter.ALL)).isEmpty();
            assertThat(shop.stores.jobs().queuePositions(List.of(queued))).isEmpty();
            assertThat(shop.stores.frames().read(job, 1)).isEmpty();
            assertThat(shop.stores.checkpoints().find(job)).isEmpty();
            assertThat(shop.stores.models().find(model)).isEmpty();
            assertThat(shop.stores.models().read(model)).isEmpty();
            assertThat(shop.stores
                            .models()
                            .list(ModelFilter.ALL, PageRequest.first(9))
                            .items())
                    .isEmpty();
            assertThat(experiments.find(experiment)).isEmpty();
            assertThat(experiments.jobs(experiment)).isEmpty();
            assertThat(shop.stores.experiments().ofJobs(List.of(job))).isEmpty();
            assertThat(experiments.list(PageRequest.first(9)).items()).isEmpty();
            return 0;
        });
    }

    @Test
    void othersChangeNothing() {
        refused(BOB, NotFoundException.class, () -> shop.stores.datasets().delete(dataset));
        refused(BOB, NotFoundException.class, () -> shop.stores.models().delete(model));
        refused(BOB, NotFoundException.class, () -> shop.jobs.delete(job));
        refused(BOB, NotFoundException.class, () -> shop.jobs.cancel(queued));
        refused(BOB, NotFoundException.class, () -> shop.jobs.pause(queued));
        refused(BOB, NotFoundException.class, () -> shop.jobs.resume(queued));
        refused(BOB, NotFoundException.class, () -> experiments.cancel(experiment));
        refused(BOB, NotFoundException.class, () -> experiments.delete(experiment));
        BOB.run(() -> {
            shop.stores.jobs().delete(job);
            shop.stores.experiments().delete(experiment);
        });
        ownerSeesAllThatIsHis();
    }

    @Test
    void nobodyLearnsFromAnothersDataset() {
        var own = as(BOB, () -> shop.stores.datasets().save(Examples.twoSides("bob's")))
                .id();
        refused(BOB, InvalidSpecException.class, () -> shop.jobs.submit(Examples.spec(dataset, 5)));
        refused(BOB, InvalidSpecException.class, () -> shop.jobs.submit(Examples.spec("""
                        {"dataset": "%s", "missing": "mean", "validation": {"dataset": "%s"}}""".formatted(own, dataset))));
        BOB.run(() ->
                assertThatCode(() -> shop.jobs.submit(Examples.spec(own, 5))).doesNotThrowAnyException());
    }

    @Test
    void placeInTheQueueTellsNothingOfOthers() {
        var own = as(BOB, () -> shop.stores.datasets().save(Examples.twoSides("bob's")))
                .id();
        var last = as(BOB, () -> shop.jobs.submit(Examples.spec(own, 5)));
        assertThat(as(BOB, () -> shop.jobs.queuePositions(List.of(last)))).isEqualTo(Map.of(last.id(), 1L));
    }

    @Test
    void operatorSeesAndEndsWhatIsAnybodys() {
        as(OPERATOR, () -> {
            assertThat(shop.jobs.countByState(JobFilter.ALL)).isEqualTo(Map.of("queued", 3L, "succeeded", 1L));
            assertThat(shop.jobs.cancel(queued).state().name()).isEqualTo("cancelled");
            experiments.cancel(experiment);
            experiments.delete(experiment);
            shop.jobs.delete(job);
            shop.jobs.delete(queued);
            shop.stores.models().delete(model);
            shop.stores.datasets().delete(dataset);
            return 0;
        });
        assertThat(as(ALICE, () -> shop.stores.datasets().find(dataset))).isEmpty();
    }

    @Test
    void samplesAreEverybodys() {
        Caller.service().run(() -> shop.stores.datasets().save("sample-x", Examples.twoSides("x")));
        var mine = as(BOB, () -> shop.jobs.submit(Examples.spec("sample-x", 5)));
        assertThat(mine.owner()).isEqualTo("bob");
        for (var caller : List.of(ALICE, BOB, OPERATOR)) {
            assertThat(as(caller, () -> shop.stores.datasets().find("sample-x")))
                    .isPresent();
        }
        assertThat(as(
                        ALICE,
                        () -> shop.stores
                                .datasets()
                                .find("sample-x")
                                .orElseThrow()
                                .jobs()))
                .isZero();
        assertThat(as(
                        BOB,
                        () -> shop.stores
                                .datasets()
                                .find("sample-x")
                                .orElseThrow()
                                .jobs()))
                .isEqualTo(1);
        refused(
                BOB,
                SampleProtectedException.class,
                () -> shop.stores.datasets().delete("sample-x"));
    }

    @Test
    void keysOwnerGoesBeforeTheTag() {
        var tagged = Examples.spec("""
                {"dataset": "%s", "missing": "mean", "tags": {"owner": "bob"}}""".formatted(dataset));
        assertThat(as(ALICE, () -> shop.jobs.submit(tagged)).owner()).isEqualTo("alice");
        assertThat(as(Caller.anonymous(), () -> shop.jobs.submit(tagged)).owner())
                .isEqualTo("bob");
    }
}
