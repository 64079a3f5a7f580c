package io.chainrule.service.job;

import io.chainrule.learning.training.DivergedException;
import io.chainrule.learning.training.TrainingRun;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/// Claims a job that the queue names and trains it until it is done, unwanted, or the process shuts down.
@Component
class TrainingWorker {

    private static final Logger LOG = LoggerFactory.getLogger(TrainingWorker.class);

    private final TrainingJobStore store;
    private final Datasets datasets;
    private final Frames frames;
    private final Models models;
    private final StopSignals signals;
    private final Identifiers identifiers;
    private final TransactionTemplate transaction;
    private final Clock clock;

    TrainingWorker(
            TrainingJobStore store,
            Datasets datasets,
            Frames frames,
            Models models,
            StopSignals signals,
            Identifiers identifiers,
            TransactionTemplate transaction,
            Clock clock) {
        this.store = store;
        this.datasets = datasets;
        this.frames = frames;
        this.models = models;
        this.signals = signals;
        this.identifiers = identifiers;
        this.transaction = transaction;
        this.clock = clock;
    }

    /// Whether the queue may forget the job or has to name it again.
    enum Outcome {
        DONE,
        AGAIN
    }

    /// Takes up the job and goes on with it as long as it is wanted.
    ///
    /// @throws DataAccessException if the database fails; the job waits for somebody to try again
    Outcome work(String id, BooleanSupplier isShuttingDown) {
        try (var signal = signals.listen(id)) {
            var claimed = claim(id);
            return claimed.isEmpty() ? Outcome.DONE : work(claimed.get(), signal, isShuttingDown);
        }
    }

    private Outcome work(TrainingJob job, StopSignal signal, BooleanSupplier isShuttingDown) {
        var attempt = new Attempt(job, store, frames, models, transaction, clock);
        try {
            return trainOrFail(job, attempt, signal, isShuttingDown);
        } catch (AttemptLostException lost) {
            LOG.info("{}, so this worker stops", lost.getMessage());
            return Outcome.DONE;
        }
    }

    private Outcome trainOrFail(TrainingJob job, Attempt attempt, StopSignal signal, BooleanSupplier isShuttingDown) {
        try {
            return train(job, attempt, signal, isShuttingDown);
        } catch (DivergedException diverged) {
            attempt.fail(JobError.of(diverged));
            return Outcome.DONE;
        } catch (RuntimeException | Error unexpected) {
            if (unexpected instanceof AttemptLostException || isDatabaseAway(unexpected)) {
                throw unexpected;
            }
            var errorId = UUID.randomUUID().toString();
            LOG.error("Job {} failed, error id {}", job.id(), errorId, unexpected);
            attempt.fail(JobError.internal(errorId));
            return Outcome.DONE;
        }
    }

    private Outcome train(TrainingJob job, Attempt attempt, StopSignal signal, BooleanSupplier isShuttingDown) {
        var dataset = datasets.read(job.spec().dataset())
                .orElseThrow(() -> new IllegalStateException("The dataset of " + job.id() + " is gone"));
        var run = TrainingRun.of(job.spec(), dataset);
        while (!run.isFinished()) {
            if (isShuttingDown.getAsBoolean()) {
                attempt.interrupt();
                return Outcome.AGAIN;
            }
            run.step().ifPresent(epoch -> attempt.record(epoch, run::model));
            if ((signal.isRaised() || attempt.isDue()) && !attempt.write()) {
                return Outcome.DONE;
            }
        }
        attempt.succeed(job.isSample() ? job.id() : identifiers.ofModel(), run.model());
        return Outcome.DONE;
    }

    private Optional<TrainingJob> claim(String id) {
        return Optional.ofNullable(
                transaction.execute(_ -> store.lock(id).map(this::claimed).orElse(null)));
    }

    /// A job that waits, or whose worker is gone, is taken up. One that was to stop comes to rest.
    private @Nullable TrainingJob claimed(TrainingJob found) {
        var now = clock.instant();
        return switch (found.state()) {
            case JobState.Queued _ -> takeUp(found, found.claimed(now));
            case JobState.Running _ -> takeUp(found, found.interrupted(now).claimed(now));
            case JobState.Pausing _ -> layDown(found, found.parked(now));
            case JobState.Cancelling _ -> layDown(found, found.stopped(now));
            case JobState.Paused _, JobState.Succeeded _, JobState.Failed _, JobState.Cancelled _ -> null;
        };
    }

    private TrainingJob takeUp(TrainingJob found, TrainingJob claimed) {
        store.update(claimed, found.attempt());
        if (found.attempt() > 0) {
            store.deleteHistory(found.id());
            frames.delete(found.id());
        }
        return claimed;
    }

    private @Nullable TrainingJob layDown(TrainingJob found, TrainingJob rested) {
        store.update(rested, found.attempt());
        return null;
    }

    private static boolean isDatabaseAway(Throwable problem) {
        return (problem instanceof DataAccessException && !(problem instanceof DataIntegrityViolationException))
                || problem instanceof TransactionException;
    }
}
