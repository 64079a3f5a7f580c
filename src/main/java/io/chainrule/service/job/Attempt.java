package io.chainrule.service.job;

import io.chainrule.learning.model.Model;
import io.chainrule.learning.training.Epoch;
import io.chainrule.learning.training.FrameSchedule;
import io.chainrule.learning.training.History;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionTemplate;

/// What one claim of a job writes. Each write locks the job, and fails once somebody else has claimed it.
///
/// Epochs are gathered, for a commit costs more than many of them: the first are written soon, so that clients see
/// that something happens, the rest at most once a second, unless the frames among them take much memory.
final class Attempt {

    private static final Duration UNTIL_FIRST_WRITE = Duration.ofMillis(250);
    private static final Duration BETWEEN_WRITES = Duration.ofSeconds(1);

    /// Of frames that are gathered: whatever happens, a few large ones must not fill the memory.
    private static final long MOST_PARAMETERS = 1 << 20;

    private final TrainingJobStore store;
    private final Frames frames;
    private final Models models;
    private final TransactionTemplate transaction;
    private final InstantSource clock;

    private final String job;
    private final int number;
    private final FrameSchedule schedule;
    private final Instant began;
    private final List<Frame> gathered = new ArrayList<>();
    private long dueMillis;
    private @Nullable History history;
    private int written;

    Attempt(
            TrainingJob claimed,
            TrainingJobStore store,
            Frames frames,
            Models models,
            TransactionTemplate transaction,
            InstantSource clock) {
        this.store = store;
        this.frames = frames;
        this.models = models;
        this.transaction = transaction;
        this.clock = clock;
        this.job = claimed.id();
        this.number = claimed.attempt();
        this.schedule = claimed.spec().frameSchedule();
        this.began = claimed.state().since();
        this.dueMillis = began.plus(UNTIL_FIRST_WRITE).toEpochMilli();
    }

    /// Gathers an epoch, and the model as it is now if this is one of those that a frame is kept of.
    void record(Epoch epoch, Supplier<Model> model) {
        if (history == null) {
            history = new History(epoch.metrics());
        }
        history.append(epoch);
        if (schedule.contains(epoch.number())) {
            gathered.add(new Frame(epoch.number(), model.get()));
        }
    }

    boolean isDue() {
        return clock.millis() >= dueMillis || parametersGathered() >= MOST_PARAMETERS;
    }

    private long parametersGathered() {
        return gathered.stream()
                .mapToLong(frame -> frame.model().parameters().count())
                .sum();
    }

    /// Writes the epochs gathered so far.
    ///
    /// @return whether the job is still wanted; if not, it has come to rest
    boolean write() {
        var rested = write(UnaryOperator.identity());
        dueMillis = clock.instant().plus(BETWEEN_WRITES).toEpochMilli();
        written = recorded();
        gathered.clear();
        return rested.state() instanceof JobState.Running;
    }

    /// Keeps the model and ends the job, unless it was cancelled meanwhile.
    void succeed(String modelId, Model model) {
        var now = clock.instant();
        var result = new JobResult(modelId, model.parameters().hash(), StopReason.EPOCHS);
        transaction.executeWithoutResult(_ -> {
            var reached = reached(now);
            if (reached.state() instanceof JobState.Cancelling) {
                update(reached.stopped(now));
            } else {
                update(reached.succeeded(now, result));
                models.save(about(reached, result, now), model);
            }
        });
    }

    void fail(JobError error) {
        write(running -> running.failed(clock.instant(), error));
    }

    /// Gives the job back to the queue.
    void interrupt() {
        write(running -> running.interrupted(clock.instant()));
    }

    private TrainingJob write(UnaryOperator<TrainingJob> ifRunning) {
        var now = clock.instant();
        return Objects.requireNonNull(transaction.execute(_ -> {
            var rested = rested(reached(now), ifRunning, now);
            update(rested);
            return rested;
        }));
    }

    /// The stored job, as far as the epochs gathered here bring it.
    private TrainingJob reached(Instant now) {
        var own = store.lock(job)
                .filter(stored -> stored.attempt() == number)
                .orElseThrow(() -> new AttemptLostException(job, number));
        return history == null || recorded() == written
                ? own
                : own.advanced(history.snapshot().last(), began, now);
    }

    private static TrainingJob rested(TrainingJob reached, UnaryOperator<TrainingJob> ifRunning, Instant now) {
        return switch (reached.state()) {
            case JobState.Running _ -> ifRunning.apply(reached);
            case JobState.Pausing _ -> reached.parked(now);
            case JobState.Cancelling _ -> reached.stopped(now);
            case JobState.Queued _, JobState.Paused _, JobState.Succeeded _, JobState.Failed _, JobState.Cancelled _ ->
                throw new IllegalStateException("A job under training cannot be " + reached.state());
        };
    }

    private void update(TrainingJob changed) {
        store.update(changed, number);
        if (history != null) {
            store.append(job, history.snapshot().slice(written, recorded()));
        }
        if (!gathered.isEmpty()) {
            frames.save(job, gathered);
        }
    }

    private int recorded() {
        return history == null ? 0 : history.snapshot().size();
    }

    private static StoredModel about(TrainingJob job, JobResult result, Instant now) {
        return new StoredModel(
                result.model(),
                now,
                job.id(),
                job.spec(),
                job.datasetDigest(),
                job.parameterCount(),
                Objects.requireNonNull(job.latest()));
    }
}
