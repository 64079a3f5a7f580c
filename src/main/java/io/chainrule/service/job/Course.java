package io.chainrule.service.job;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// The life of a training job so far. Immutable: each change answers the course as it is then.
///
/// @param version grows by 1 with every change of state
/// @param events how many things that have happened to the job can be read as events
/// @param turn its place in the queue: the lowest one goes first
/// @param startedAt when it was claimed first
public record Course(
        JobState state,
        long version,
        long events,
        Claims claims,
        long turn,
        Reach reach,
        @Nullable Instant startedAt) {

    static Course queued(Instant now, long turn, Progress progress) {
        return new Course(new JobState.Queued(now), 1, 0, Claims.NONE, turn, Reach.nowhere(progress), null);
    }

    Course claimed(Instant now) {
        return moved(state.start(now), claims.claimed(), turn, startedAt == null ? now : startedAt);
    }

    /// The worker has left the job in good order.
    Course left(Instant now) {
        return moved(state.interrupt(now), claims.left(), turn, startedAt);
    }

    /// The worker is gone. What has killed too many is not tried again.
    Course orphaned(Instant now) {
        var after = claims.orphaned();
        var next = after.isDeadly() ? state.fail(now, JobError.crashLoop(after.deaths())) : state.interrupt(now);
        return moved(next, after, turn, startedAt);
    }

    Course resumed(Instant now, long turn) {
        return moved(state.resume(now), claims, turn, startedAt);
    }

    /// A change of nothing but the state.
    Course moved(JobState next) {
        return moved(next, claims, turn, startedAt);
    }

    private Course moved(JobState next, Claims claims, long turn, @Nullable Instant startedAt) {
        return new Course(next, version + 1, events, claims, turn, reach, startedAt);
    }

    Course reached(Reach further) {
        return new Course(state, version, events, claims, turn, further, startedAt);
    }

    Course checkpointed(CheckpointMark mark) {
        return new Course(state, version, events, claims.survived(), turn, reach.checkpointed(mark), startedAt);
    }

    Course withEvents(long count) {
        return new Course(state, version, count, claims, turn, reach, startedAt);
    }
}
