package io.chainrule.service.job;

import io.chainrule.learning.dataset.Dataset;
import io.chainrule.learning.specification.BudgetExceededException;
import io.chainrule.learning.specification.InvalidSpecException;
import io.chainrule.learning.training.History;
import io.chainrule.learning.training.Preparation;
import io.chainrule.learning.training.TrainingLimits;
import io.chainrule.learning.training.TrainingSpec;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/// What clients do with training jobs.
@Service
public class TrainingJobs {

    private final TrainingJobStore store;
    private final Datasets datasets;
    private final JobQueue queue;
    private final StopSignals signals;
    private final Identifiers identifiers;
    private final TrainingLimits limits;
    private final TransactionTemplate transaction;
    private final Clock clock;

    TrainingJobs(
            TrainingJobStore store,
            Datasets datasets,
            JobQueue queue,
            StopSignals signals,
            Identifiers identifiers,
            TrainingLimits limits,
            TransactionTemplate transaction,
            Clock clock) {
        this.store = store;
        this.datasets = datasets;
        this.queue = queue;
        this.signals = signals;
        this.identifiers = identifiers;
        this.limits = limits;
        this.transaction = transaction;
        this.clock = clock;
    }

    /// What a job would cost, without making it.
    ///
    /// @throws InvalidSpecException if it cannot be trained
    /// @throws BudgetExceededException if it would need more than a limit allows
    public Assessment assess(TrainingSpec spec) {
        return assess(spec, dataset(spec));
    }

    /// Keeps and queues a job in one transaction; a worker starts it as soon as one is free.
    ///
    /// @throws InvalidSpecException if it cannot be trained
    /// @throws BudgetExceededException if it would need more than a limit allows
    public TrainingJob submit(TrainingSpec spec) {
        return submit(identifiers.ofJob(), spec);
    }

    TrainingJob submit(String id, TrainingSpec spec) {
        var job = draft(id, spec, dataset(spec));
        transaction.executeWithoutResult(_ -> queue(List.of(job)));
        return job;
    }

    /// A job that is ready to be queued.
    TrainingJob draft(String id, TrainingSpec spec, Dataset dataset) {
        return TrainingJob.queued(id, clock.instant(), dataset.digest(), assess(spec, dataset));
    }

    /// Keeps jobs and queues them, in a transaction of the caller.
    void queue(List<TrainingJob> drafts) {
        drafts.stream()
                .collect(
                        Collectors.toMap(job -> job.spec().dataset(), TrainingJob::spec, (one, _) -> one, TreeMap::new))
                .forEach((dataset, spec) -> {
                    if (!datasets.lock(dataset)) {
                        throw unknownDataset(spec);
                    }
                });
        for (var job : drafts) {
            store.insert(job);
            queue.add(job.id());
        }
    }

    public Optional<TrainingJob> find(String id) {
        return store.find(id);
    }

    /// A job that is known to be there.
    ///
    /// @throws NotFoundException if there is none
    public TrainingJob get(String id) {
        return find(id).orElseThrow(() -> notFound(id));
    }

    public Page<TrainingJob> list(JobFilter filter, PageRequest request) {
        return store.list(filter, request);
    }

    /// How many jobs are in each state.
    public Map<String, Long> countByState(JobFilter filter) {
        return store.countByState(filter);
    }

    /// The epochs so far; empty before the first is known.
    public Optional<History> history(String id) {
        return store.history(id);
    }

    /// Cancels a queued job at once and lets a running one stop at its next step. Asking again changes nothing.
    ///
    /// @throws NotFoundException if there is none
    /// @throws StateConflictException if it has succeeded or failed
    public TrainingJob cancel(String id) {
        var job = Objects.requireNonNull(transaction.execute(_ -> {
            var found = store.lock(id).orElseThrow(() -> notFound(id));
            return switch (found.state()) {
                case JobState.Succeeded _, JobState.Failed _ -> throw new StateConflictException(found, "cancelled");
                case JobState.Queued _,
                        JobState.Running _,
                        JobState.Pausing _,
                        JobState.Paused _,
                        JobState.Cancelling _,
                        JobState.Cancelled _ -> unlessFinished(found);
            };
        }));
        signals.raise(id);
        return job;
    }

    /// Cancels those among jobs that have not come to an end, in a transaction of the caller; some may be gone by now.
    void cancelUnfinished(List<String> ids) {
        ids.forEach(id -> store.lock(id).ifPresent(this::unlessFinished));
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                ids.forEach(signals::raise);
            }
        });
    }

    private TrainingJob unlessFinished(TrainingJob locked) {
        return switch (locked.state()) {
            case JobState.Cancelling _, JobState.Cancelled _, JobState.Succeeded _, JobState.Failed _ -> locked;
            case JobState.Queued _, JobState.Running _, JobState.Pausing _, JobState.Paused _ -> {
                var cancelled = locked.cancelled(clock.instant());
                store.update(cancelled, locked.attempt());
                yield cancelled;
            }
        };
    }

    /// Deletes a finished job with its history; its model stays.
    ///
    /// @throws NotFoundException if there is none
    /// @throws StateConflictException if it is not finished
    /// @throws SampleProtectedException if it is bundled
    public void delete(String id) {
        transaction.executeWithoutResult(_ -> {
            var job = store.lock(id).orElseThrow(() -> notFound(id));
            if (job.isSample()) {
                throw new SampleProtectedException(id);
            }
            if (!job.state().isFinal()) {
                throw new StateConflictException(job, "deleted before it is finished");
            }
            store.delete(id);
        });
    }

    Dataset dataset(TrainingSpec spec) {
        return datasets.read(spec.dataset()).orElseThrow(() -> unknownDataset(spec));
    }

    private Assessment assess(TrainingSpec spec, Dataset dataset) {
        var preparation = Preparation.of(spec, dataset);
        limits.check(preparation.spec(), preparation.estimate());
        return new Assessment(preparation.spec(), preparation.estimate(), preparation.warnings());
    }

    private static InvalidSpecException unknownDataset(TrainingSpec spec) {
        return new InvalidSpecException("/dataset", "There is no dataset \"" + spec.dataset() + "\"");
    }

    private static NotFoundException notFound(String id) {
        return new NotFoundException("training job", id);
    }
}
