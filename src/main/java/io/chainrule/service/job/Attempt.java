package io.chainrule.service.job;

import io.chainrule.learning.training.Epoch;
import io.chainrule.learning.training.FrameSchedule;
import io.chainrule.learning.training.History;
import io.chainrule.learning.training.TrainingRun;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// What one claim of a job writes. Each write locks the job, and fails once somebody else has claimed it.
///
/// Epochs that an earlier attempt has recorded are not recorded again: they have the same bits.
final class Attempt {

    /// Of frames that are gathered: whatever happens, a few large ones must not fill the memory.
    private static final long MOST_PARAMETERS = 1 << 20;

    private final JobFiles files;
    private final WritingPace pace;
    private final Company.Seat seat;

    private final String job;
    private final int number;
    private final FrameSchedule schedule;
    private final Instant began;
    private final long beganMillis;
    private final double elapsedBefore;
    private final List<Frame> gathered = new ArrayList<>();
    private long parametersGathered;
    private @Nullable History history;
    private int recorded;
    private long step;

    /// @param seat to be given back once the job has survived
    Attempt(TrainingJob claimed, JobFiles files, WritingPace pace, Company.Seat seat) {
        this.files = files;
        this.pace = pace;
        this.seat = seat;
        this.job = claimed.id();
        this.number = claimed.attempt();
        this.schedule = claimed.spec().frameSchedule();
        this.began = claimed.state().since();
        this.beganMillis = began.toEpochMilli();
        this.elapsedBefore = claimed.progress().elapsedSeconds();
        this.recorded = claimed.progress().epoch();
        this.step = claimed.progress().step();
    }

    /// Gathers an epoch, and the model as it is now if this is one of those that a frame is kept of.
    void record(Epoch epoch, TrainingRun run) {
        step = run.steps();
        if (epoch.number() <= recorded) {
            return;
        }
        if (history == null) {
            history = new History(run.metrics());
        }
        history.append(epoch);
        if (schedule.contains(epoch.number())) {
            var model = run.model();
            gathered.add(new Frame(epoch.number(), model));
            parametersGathered += model.parameters().count();
        }
    }

    /// Whether the training has taken so many seconds, in all attempts.
    boolean hasTaken(double seconds) {
        return files.clock().millis() >= beganMillis + (seconds - elapsedBefore) * 1000;
    }

    boolean isDue() {
        return pace.isDue() || parametersGathered >= MOST_PARAMETERS;
    }

    /// Writes what was gathered so far, and a checkpoint if one is due or the job is to pause.
    ///
    /// @return whether the job is still wanted; if not, it has come to rest
    boolean write(TrainingRun run) {
        step = run.steps();
        UnaryOperator<TrainingJob> going = job -> pace.isCheckpointDue(run.epoch()) ? checkpointed(job, run) : job;
        return change(going, job -> parked(job, run)).state() instanceof JobState.Running;
    }

    /// Gives the job back to the queue, as far as it has come.
    void leave(TrainingRun run) {
        step = run.steps();
        change(job -> checkpointed(job, run).left(now()), job -> parked(job, run));
    }

    /// Keeps the model and ends the job, unless it was cancelled meanwhile.
    void succeed(String modelId, TrainingRun run, StopReason reason) {
        step = run.steps();
        var model = run.result();
        var measures = run.restored().orElse(null);
        var result = new JobResult(modelId, model.parameters().hash(), reason);
        UnaryOperator<TrainingJob> ending = job -> {
            var succeeded = job.succeeded(now(), result);
            files.models().save(about(succeeded, result, measures), model);
            return succeeded;
        };
        change(ending, ending);
    }

    /// Ends the job, unless a client has told it to rest.
    void fail(JobError error) {
        change(job -> job.failed(now(), error), job -> job.parked(now()));
    }

    private TrainingJob parked(TrainingJob pausing, TrainingRun run) {
        return checkpointed(pausing, run).parked(now());
    }

    private TrainingJob checkpointed(TrainingJob reached, TrainingRun run) {
        long before = files.clock().millis();
        var checkpoint = run.checkpoint();
        files.checkpoints().save(job, checkpoint);
        pace.wroteCheckpoint(checkpoint.epoch(), before);
        return reached.checkpointed(checkpoint);
    }

    /// Writes what was gathered, and what becomes of the job as it is stored.
    private TrainingJob change(UnaryOperator<TrainingJob> ifRunning, UnaryOperator<TrainingJob> ifPausing) {
        long before = files.clock().millis();
        var rows = history == null ? null : history.snapshot();
        var changed = files.atOnce(() -> {
            var own = own();
            var reached = own.advanced(rows, step, elapsedSeconds());
            var next = files.journal().write(own, become(reached, ifRunning, ifPausing));
            if (rows != null) {
                files.store().append(job, rows);
            }
            if (!gathered.isEmpty()) {
                files.frames().save(job, gathered);
            }
            return next;
        });
        recorded = changed.progress().epoch();
        history = null;
        gathered.clear();
        parametersGathered = 0;
        pace.wrote(before);
        if (changed.course().claims().hasSurvived()) {
            seat.close();
        }
        return changed;
    }

    private double elapsedSeconds() {
        return elapsedBefore + Math.max(0, Duration.between(began, now()).toNanos() / 1e9);
    }

    private TrainingJob own() {
        return files.store()
                .lock(job)
                .filter(stored -> stored.attempt() == number)
                .orElseThrow(() -> new AttemptLostException(job, number));
    }

    private TrainingJob become(
            TrainingJob reached, UnaryOperator<TrainingJob> ifRunning, UnaryOperator<TrainingJob> ifPausing) {
        return switch (reached.state()) {
            case JobState.Running _ -> ifRunning.apply(reached);
            case JobState.Pausing _ -> ifPausing.apply(reached);
            case JobState.Cancelling _ -> reached.stopped(now());
            case JobState.Queued _, JobState.Paused _, JobState.Succeeded _, JobState.Failed _, JobState.Cancelled _ ->
                throw new IllegalStateException("A job under training cannot be " + reached.state());
        };
    }

    private Instant now() {
        return files.clock().instant();
    }

    /// @param measures of the model's epoch, null if that is the last
    private static StoredModel about(TrainingJob job, JobResult result, @Nullable Epoch measures) {
        return new StoredModel(
                result.model(),
                job.state().since(),
                job.owner(),
                job.id(),
                job.spec(),
                job.datasetDigest(),
                job.parameterCount(),
                Objects.requireNonNull(measures == null ? job.latest() : measures));
    }
}
