package io.chainrule.service.job;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// Something that has happened to a training job, as others may hear of it.
public sealed interface JobEvent {

    /// The job has come into another state.
    ///
    /// @param state the name of the state it is in now
    record StateChanged(String state, long version, int attempt, Instant at) implements JobEvent {}

    /// Epochs have been added to the history.
    record Measured(int firstEpoch, int lastEpoch) implements JobEvent {}

    record CheckpointWritten(int epoch, long step) implements JobEvent {}

    /// Nothing more will happen.
    record Ended(String state) implements JobEvent {}

    /// What kind of event it is, in one word.
    default String kind() {
        return switch (this) {
            case StateChanged _ -> "state";
            case Measured _ -> "metrics";
            case CheckpointWritten _ -> "checkpoint";
            case Ended _ -> "end";
        };
    }

    /// What a new job has to tell.
    static List<JobEvent> of(TrainingJob posted) {
        return List.of(changed(posted));
    }

    /// What has happened between two versions of a job, of which the second follows the first.
    static List<JobEvent> between(TrainingJob before, TrainingJob after) {
        var events = new ArrayList<JobEvent>();
        int known = before.progress().epoch();
        int reached = after.progress().epoch();
        if (reached > known) {
            events.add(new Measured(known + 1, reached));
        }
        var checkpoint = after.checkpoint();
        if (checkpoint != null && !checkpoint.equals(before.checkpoint())) {
            events.add(new CheckpointWritten(checkpoint.epoch(), checkpoint.step()));
        }
        if (after.version() > before.version()) {
            events.add(changed(after));
        }
        if (after.state().isFinal() && !before.state().isFinal()) {
            events.add(new Ended(after.state().name()));
        }
        return events;
    }

    private static StateChanged changed(TrainingJob job) {
        return new StateChanged(
                job.state().name(), job.version(), job.attempt(), job.state().since());
    }
}
