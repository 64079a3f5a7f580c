package io.chainrule.service.job;

import io.chainrule.learning.specification.BudgetExceededException;
import io.chainrule.learning.specification.InvalidSpecException;
import io.chainrule.learning.specification.Violation;
import io.chainrule.service.job.experiment.ExperimentSpec;
import io.chainrule.service.job.experiment.Variant;
import io.chainrule.service.json.Bounds;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/// What clients do with experiments.
@Service
public class Experiments {

    private static final int MOST_TOLD = 100;

    private final ExperimentStore store;
    private final TrainingJobs jobs;
    private final Identifiers identifiers;
    private final Bounds bounds;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Experiments(
            ExperimentStore store,
            TrainingJobs jobs,
            Identifiers identifiers,
            Bounds bounds,
            TransactionTemplate transaction,
            Clock clock) {
        this.store = store;
        this.jobs = jobs;
        this.identifiers = identifiers;
        this.bounds = bounds;
        this.transaction = transaction;
        this.clock = clock;
    }

    /// Keeps and queues all jobs in one transaction, after all have been checked.
    ///
    /// @throws InvalidSpecException if any of them cannot be trained
    /// @throws BudgetExceededException if any of them would need more than a limit allows
    /// @throws QuotaExceededException if the caller would have more than he may
    public ExperimentSnapshot submit(ExperimentSpec spec) {
        return submit(identifiers.ofExperiment(), spec, bounds, _ -> identifiers.ofJob());
    }

    /// Keeps a bundled experiment, whose jobs get its id and their names.
    ExperimentSnapshot submitSample(String id, ExperimentSpec spec) {
        return submit(
                id,
                spec,
                Bounds.BEARABLE,
                variant -> id + "-" + variant.name().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-"));
    }

    private ExperimentSnapshot submit(String id, ExperimentSpec spec, Bounds allowed, Function<Variant, String> jobId) {
        var drafts = drafts(spec.jobs(allowed), jobId);
        var ids = drafts.stream().map(TrainingJob::id).toList();
        return Objects.requireNonNull(transaction.execute(_ -> {
            jobs.queue(drafts);
            store.insert(id, clock.instant(), spec.name(), ids);
            return snapshot(id);
        }));
    }

    /// Everything that is wrong is told at once, whichever job it is in.
    private List<TrainingJob> drafts(List<Variant> variants, Function<Variant, String> jobId) {
        var violations = new LinkedHashSet<Violation>();
        var drafts = new ArrayList<TrainingJob>();
        var datasets = new LinkedHashMap<String, JobData>();
        for (var variant : variants) {
            try {
                drafts.add(draft(variant, jobId.apply(variant), datasets));
            } catch (InvalidSpecException refused) {
                violations.addAll(refused.violations());
            }
        }
        if (!violations.isEmpty()) {
            throw new InvalidSpecException(violations.stream().limit(MOST_TOLD).toList());
        }
        return drafts;
    }

    /// Nearly always all jobs are for one dataset, which is read once.
    private TrainingJob draft(Variant variant, String id, Map<String, JobData> datasets) {
        try {
            return variant.checked(spec -> {
                var names = spec.dataset() + " " + spec.validation().dataset();
                if (!datasets.containsKey(names)) {
                    datasets.clear();
                    datasets.put(names, jobs.data(spec));
                }
                return jobs.draft(id, spec, Objects.requireNonNull(datasets.get(names)));
            });
        } catch (BudgetExceededException exceeded) {
            throw exceeded.in("Job \"" + variant.name() + "\"");
        }
    }

    public Optional<Experiment> find(String id) {
        return store.find(id);
    }

    /// An experiment that is known to be there.
    ///
    /// @throws NotFoundException if there is none
    public Experiment get(String id) {
        return find(id).orElseThrow(() -> notFound(id));
    }

    public Page<Experiment> list(PageRequest request) {
        return store.list(request);
    }

    /// An experiment that is known to be there, and its jobs.
    ///
    /// @throws NotFoundException if there is none
    public ExperimentSnapshot snapshot(String id) {
        return ExperimentSnapshot.of(get(id), store.jobs(id));
    }

    /// Its jobs in the order in which they were asked for.
    public List<TrainingJob> jobs(String id) {
        return store.jobs(id);
    }

    /// The experiments' ids by those of their jobs, as far as these jobs have one.
    public Map<String, String> ofJobs(List<TrainingJob> jobs) {
        return store.ofJobs(jobs.stream().map(TrainingJob::id).toList());
    }

    /// Cancels all jobs that are not finished. Asking again changes nothing.
    ///
    /// @throws NotFoundException if there is none
    /// @throws StateConflictException if all jobs have come to an end of their own
    public ExperimentSnapshot cancel(String id) {
        return Objects.requireNonNull(transaction.execute(_ -> {
            var found = locked(id);
            if (found.stage() == Experiment.Stage.FINISHED && !found.states().containsKey("cancelled")) {
                throw new StateConflictException(found, "cancelled");
            }
            jobs.cancelUnfinished(store.jobs(id).stream().map(TrainingJob::id).toList());
            return snapshot(id);
        }));
    }

    /// Deletes an experiment with its jobs and their histories; the models stay.
    ///
    /// @throws NotFoundException if there is none
    /// @throws StateConflictException if a job is not finished
    /// @throws SampleProtectedException if it is bundled
    public void delete(String id) {
        transaction.executeWithoutResult(_ -> {
            var found = locked(id);
            if (found.isSample()) {
                throw new SampleProtectedException(id);
            }
            if (found.stage() != Experiment.Stage.FINISHED) {
                throw new StateConflictException(found, "deleted before it is finished");
            }
            store.jobs(id).forEach(job -> jobs.delete(job.id()));
            store.delete(id);
        });
    }

    private Experiment locked(String id) {
        if (!store.lock(id)) {
            throw notFound(id);
        }
        return get(id);
    }

    private static NotFoundException notFound(String id) {
        return new NotFoundException("experiment", id);
    }
}
