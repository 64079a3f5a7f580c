package io.chainrule.service.job;

import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Where a training job stands. Each move answers the next state, or says why there is none.
public sealed interface JobState {

    record Queued(Instant since) implements JobState {}

    record Running(Instant since) implements JobState {}

    record Pausing(Instant since) implements JobState {}

    record Paused(Instant since) implements JobState {}

    record Cancelling(Instant since) implements JobState {}

    record Succeeded(Instant since, JobResult result) implements JobState {}

    record Failed(Instant since, JobError error) implements JobState {}

    record Cancelled(Instant since) implements JobState {}

    /// When the job came into this state.
    Instant since();

    /// The names of all states, in the order of a job's life.
    static List<String> names() {
        return Arrays.stream(JobState.class.getPermittedSubclasses())
                .map(JobState::name)
                .toList();
    }

    /// The names of the states that a job stays in.
    static List<String> finalNames() {
        return List.of(name(Succeeded.class), name(Failed.class), name(Cancelled.class));
    }

    default String name() {
        return name(getClass());
    }

    private static String name(Class<?> state) {
        return state.getSimpleName().toLowerCase(Locale.ROOT);
    }

    default boolean isFinal() {
        return switch (this) {
            case Queued _, Running _, Pausing _, Paused _, Cancelling _ -> false;
            case Succeeded _, Failed _, Cancelled _ -> true;
        };
    }

    /// What a client can ask for now.
    default Set<JobAction> allowedActions() {
        return switch (this) {
            case Queued _, Running _ -> EnumSet.of(JobAction.CANCEL, JobAction.PAUSE);
            case Pausing _ -> EnumSet.of(JobAction.CANCEL);
            case Paused _ -> EnumSet.of(JobAction.CANCEL, JobAction.RESUME);
            case Cancelling _, Succeeded _, Failed _, Cancelled _ -> EnumSet.noneOf(JobAction.class);
        };
    }

    /// A worker claims the job.
    default JobState start(Instant now) {
        return switch (this) {
            case Queued _ -> new Running(now);
            case Running _, Pausing _, Paused _, Cancelling _, Succeeded _, Failed _, Cancelled _ ->
                throw impossible("Only a queued job can start");
        };
    }

    /// The worker leaves the job or is gone, and another one has to take it up.
    default JobState interrupt(Instant now) {
        return switch (this) {
            case Running _ -> new Queued(now);
            case Queued _, Pausing _, Paused _, Cancelling _, Succeeded _, Failed _, Cancelled _ ->
                throw impossible("Only a running job can go back to the queue");
        };
    }

    /// A client wants the job to wait; a running one first writes a checkpoint.
    default JobState pause(Instant now) {
        return switch (this) {
            case Queued _ -> new Paused(now);
            case Running _ -> new Pausing(now);
            case Pausing _, Paused _, Cancelling _, Succeeded _, Failed _, Cancelled _ ->
                throw impossible("Only a queued or running job can be paused");
        };
    }

    /// The worker has written the checkpoint of a pausing job and leaves it.
    default JobState park(Instant now) {
        return switch (this) {
            case Pausing _ -> new Paused(now);
            case Queued _, Running _, Paused _, Cancelling _, Succeeded _, Failed _, Cancelled _ ->
                throw impossible("Only a pausing job can be parked");
        };
    }

    /// A client wants a paused job to go on.
    default JobState resume(Instant now) {
        return switch (this) {
            case Paused _ -> new Queued(now);
            case Queued _, Running _, Pausing _, Cancelling _, Succeeded _, Failed _, Cancelled _ ->
                throw impossible("Only a paused job can be resumed");
        };
    }

    /// A client does not want the job any more; a worker that has it is to stop first.
    default JobState cancel(Instant now) {
        return switch (this) {
            case Queued _, Paused _ -> new Cancelled(now);
            case Running _, Pausing _ -> new Cancelling(now);
            case Cancelling _, Succeeded _, Failed _, Cancelled _ ->
                throw impossible("Only an unfinished job that nobody cancelled before can be cancelled");
        };
    }

    /// The worker of a cancelling job has stopped.
    default JobState stop(Instant now) {
        return switch (this) {
            case Cancelling _ -> new Cancelled(now);
            case Queued _, Running _, Pausing _, Paused _, Succeeded _, Failed _, Cancelled _ ->
                throw impossible("Only a cancelling job can stop");
        };
    }

    /// The worker is done before a pause took hold.
    default JobState succeed(Instant now, JobResult result) {
        return switch (this) {
            case Running _, Pausing _ -> new Succeeded(now, result);
            case Queued _, Paused _, Cancelling _, Succeeded _, Failed _, Cancelled _ ->
                throw impossible("Only a running or pausing job can succeed");
        };
    }

    default JobState fail(Instant now, JobError error) {
        return switch (this) {
            case Running _ -> new Failed(now, error);
            case Queued _, Pausing _, Paused _, Cancelling _, Succeeded _, Failed _, Cancelled _ ->
                throw impossible("Only a running job can fail");
        };
    }

    private IllegalStateException impossible(String rule) {
        return new IllegalStateException(rule + ", but this one is " + this);
    }
}
