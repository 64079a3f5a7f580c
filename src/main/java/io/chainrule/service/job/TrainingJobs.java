package io.chainrule.service.job;

import io.chainrule.learning.specification.BudgetExceededException;
import io.chainrule.learning.specification.InvalidSpecException;
import io.chainrule.learning.training.History;
import io.chainrule.learning.training.TrainingLimits;
import io.chainrule.learning.training.TrainingSpec;
import io.chainrule.service.access.Caller;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/// What clients do with training jobs.
@Service
public class TrainingJobs {

    private final TrainingJobStore store;
    private final JobEvents events;
    private final Datasets datasets;
    private final JobQueue queue;
    private final JobJournal journal;
    private final Identifiers identifiers;
    private final TrainingLimits limits;
    private final Allowance allowance;
    private final TransactionTemplate transaction;
    private final Clock clock;

    TrainingJobs(
            TrainingJobStore store,
            JobEvents events,
            Datasets datasets,
            JobQueue queue,
            JobJournal journal,
            Identifiers identifiers,
            TrainingLimits limits,
            Allowance allowance,
            TransactionTemplate transaction,
            Clock clock) {
        this.store = store;
        this.events = events;
        this.datasets = datasets;
        this.queue = queue;
        this.journal = journal;
        this.identifiers = identifiers;
        this.limits = limits;
        this.allowance = allowance;
        this.transaction = transaction;
        this.clock = clock;
    }

    /// What a job would cost, without making it.
    ///
    /// @throws InvalidSpecException if it cannot be trained
    /// @throws BudgetExceededException if it would need more than a limit allows
    public Assessment assess(TrainingSpec spec) {
        return assess(spec, data(spec));
    }

    /// Keeps and queues a job in one transaction; a worker starts it as soon as one is free.
    ///
    /// @throws InvalidSpecException if it cannot be trained
    /// @throws BudgetExceededException if it would need more than a limit allows
    /// @throws QuotaExceededException if the caller would have more than he may
    public TrainingJob submit(TrainingSpec spec) {
        return submit(identifiers.ofJob(), spec);
    }

    TrainingJob submit(String id, TrainingSpec spec) {
        var job = draft(id, spec, data(spec));
        return Objects.requireNonNull(transaction.execute(_ -> queue(List.of(job))))
                .getFirst();
    }

    /// A job that is ready to be queued.
    TrainingJob draft(String id, TrainingSpec spec, JobData data) {
        return TrainingJob.queued(
                id, clock.instant(), Caller.current(), data.dataset().digest(), assess(spec, data));
    }

    /// Keeps jobs and queues them, in a transaction of the caller.
    List<TrainingJob> queue(List<TrainingJob> drafts) {
        var needed = new TreeMap<String, String>();
        for (var job : drafts) {
            var validation = job.spec().validation().dataset();
            if (validation != null) {
                needed.put(validation, "/validation/dataset");
            }
            needed.put(job.spec().dataset(), "/dataset");
        }
        needed.forEach((dataset, pointer) -> {
            if (!datasets.lock(dataset)) {
                throw JobData.unknown(dataset, pointer);
            }
        });
        var queued = drafts.stream().map(this::queue).toList();
        allowance.check();
        return queued;
    }

    private TrainingJob queue(TrainingJob draft) {
        var job = journal.open(draft.inTurn(store.nextTurn(draft.owner())));
        queue.add(job);
        return job;
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

    /// The epochs from one to another, as far as they are known.
    public Optional<History> history(String id, int first, int last) {
        return store.history(id, first, last);
    }

    /// The places of those jobs that wait for a worker, by id; 1 is the next one.
    public Map<String, Long> queuePositions(Collection<TrainingJob> jobs) {
        var waiting = jobs.stream()
                .filter(job -> job.state() instanceof JobState.Queued)
                .map(TrainingJob::id)
                .toList();
        return waiting.isEmpty() ? Map.of() : store.queuePositions(waiting);
    }

    /// What has happened to a job after one of its events, in order.
    public List<JobEvents.NumberedEvent> events(String id, long after, int most) {
        return events.after(id, after, most);
    }

    /// Cancels a queued or paused job at once and lets a running one stop at its next step. Asking again changes
    /// nothing.
    ///
    /// @throws NotFoundException if there is none
    /// @throws StateConflictException if it has succeeded or failed
    public TrainingJob cancel(String id) {
        return change(id, job -> switch (job.state()) {
            case JobState.Queued _, JobState.Running _, JobState.Pausing _, JobState.Paused _ ->
                job.cancelled(clock.instant());
            case JobState.Cancelling _, JobState.Cancelled _ -> job;
            case JobState.Succeeded _, JobState.Failed _ -> throw new StateConflictException(job, "cancelled");
        });
    }

    /// Lets a queued job wait at once, and a running one after it has written a checkpoint. Asking again changes
    /// nothing.
    ///
    /// @throws NotFoundException if there is none
    /// @throws StateConflictException if it is cancelled or finished
    public TrainingJob pause(String id) {
        return change(id, job -> switch (job.state()) {
            case JobState.Queued _, JobState.Running _ -> job.paused(clock.instant());
            case JobState.Pausing _, JobState.Paused _ -> job;
            case JobState.Cancelling _, JobState.Succeeded _, JobState.Failed _, JobState.Cancelled _ ->
                throw new StateConflictException(job, "paused");
        });
    }

    /// Queues a paused job again; it goes on from its checkpoint. Asking again changes nothing.
    ///
    /// @throws NotFoundException if there is none
    /// @throws StateConflictException if it is still pausing, cancelled or finished
    public TrainingJob resume(String id) {
        return change(id, job -> switch (job.state()) {
            case JobState.Paused _ -> job.resumed(clock.instant(), store.nextTurn(job.owner()));
            case JobState.Queued _, JobState.Running _ -> job;
            case JobState.Pausing _,
                    JobState.Cancelling _,
                    JobState.Succeeded _,
                    JobState.Failed _,
                    JobState.Cancelled _ -> throw new StateConflictException(job, "resumed");
        });
    }

    private TrainingJob change(String id, UnaryOperator<TrainingJob> wish) {
        return Objects.requireNonNull(transaction.execute(
                _ -> changed(store.lock(id).orElseThrow(() -> notFound(id)), wish)));
    }

    private TrainingJob changed(TrainingJob locked, UnaryOperator<TrainingJob> wish) {
        var changed = wish.apply(locked);
        if (changed.equals(locked)) {
            return locked;
        }
        if (changed.state() instanceof JobState.Queued) {
            queue.add(changed);
        }
        return journal.write(locked, changed);
    }

    /// Cancels those among jobs that have not come to an end, in a transaction of the caller; some may be gone by now.
    void cancelUnfinished(List<String> ids) {
        UnaryOperator<TrainingJob> wish = job -> switch (job.state()) {
            case JobState.Queued _, JobState.Running _, JobState.Pausing _, JobState.Paused _ ->
                job.cancelled(clock.instant());
            case JobState.Cancelling _, JobState.Cancelled _, JobState.Succeeded _, JobState.Failed _ -> job;
        };
        ids.forEach(id -> store.lock(id).ifPresent(job -> changed(job, wish)));
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

    JobData data(TrainingSpec spec) {
        return JobData.of(spec, datasets);
    }

    private Assessment assess(TrainingSpec spec, JobData data) {
        limits.check(spec.model());
        var preparation = data.prepared(spec);
        limits.check(preparation.spec(), preparation.estimate());
        return new Assessment(preparation.spec(), preparation.estimate(), preparation.warnings());
    }

    private static NotFoundException notFound(String id) {
        return new NotFoundException("training job", id);
    }
}
