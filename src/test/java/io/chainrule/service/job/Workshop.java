package io.chainrule.service.job;

import io.chainrule.learning.training.TrainingLimits;
import io.chainrule.service.job.repetition.DayOfAnswers;
import io.chainrule.service.job.repetition.FirstAnswers;
import io.chainrule.service.json.Bounds;
import io.chainrule.service.store.Stores;
import io.chainrule.service.store.Vendor;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;

/// All that jobs need, in the thread of a test: a real database, a clock that stands still, and a queue that is but a
/// list. The worker asks at every step whether it should leave, which is where tests do something from within.
public final class Workshop implements AutoCloseable {

    public final SettableClock clock = new SettableClock();
    public final Stores stores;
    public final TrainingJobs jobs;
    final List<String> queued = new ArrayList<>();
    final JobJournal journal;
    private final TrainingJobStore store;
    private final StopSignals signals = new StopSignals();
    private final Identifiers identifiers = new Identifiers();
    private Unclean unclean = new Unclean();

    public Workshop(Path directory) {
        this(Vendor.H2, directory);
    }

    Workshop(Vendor vendor, Path directory) {
        this(vendor, directory, UnaryOperator.identity(), UnaryOperator.identity());
    }

    /// @param wires through which all stores reach the database
    /// @param shelf what the store of jobs is to be for workers
    public Workshop(
            Vendor vendor, Path directory, UnaryOperator<DataSource> wires, UnaryOperator<TrainingJobStore> shelf) {
        stores = new Stores(vendor, directory, clock, wires);
        store = shelf.apply(stores.jobs());
        journal = new JobJournal(
                store,
                stores.events(),
                new Hearing(new JobChanges(), signals),
                Announcements.NONE,
                new JobMeters(new SimpleMeterRegistry()));
        jobs = jobs(job -> queued.add(job.id()));
    }

    TrainingJobs jobs(JobQueue queue) {
        return new TrainingJobs(
                stores.jobs(),
                stores.events(),
                stores.datasets(),
                queue,
                journal,
                identifiers,
                TrainingLimits.DEFAULT,
                stores.allowance(),
                stores.transaction(),
                clock);
    }

    Experiments experiments(TrainingJobs those) {
        return new Experiments(stores.experiments(), those, identifiers, Bounds.BEARABLE, stores.transaction(), clock);
    }

    FirstAnswers answers() {
        return DayOfAnswers.in(stores, clock);
    }

    JobFiles files(TrainingJobStore store, Models models) {
        return new JobFiles(store, journal, stores.checkpoints(), stores.frames(), models, stores.transaction(), clock);
    }

    JobClaims claims() {
        return new JobClaims(files(store, stores.models()), unclean);
    }

    /// Works at a job to its end.
    public TrainingJob work(String job) {
        return work(job, () -> false);
    }

    /// Works at a job until it is done, or the drain begins.
    public TrainingJob work(String job, BooleanSupplier drain) {
        var files = files(store, stores.models());
        new TrainingWorker(
                        claims(),
                        files,
                        stores.datasets(),
                        signals,
                        identifiers,
                        TrainingLimits.DEFAULT,
                        new JobSettings(1, Duration.ofSeconds(5), Duration.ofSeconds(1), Duration.ofSeconds(5)),
                        drain::getAsBoolean,
                        unclean,
                        new Company())
                .work(job);
        return jobs.get(job);
    }

    /// As if this were another process from now on.
    public void forgetAll() {
        unclean = new Unclean();
    }

    @Override
    public void close() {
        stores.close();
    }
}
