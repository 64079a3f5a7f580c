package io.chainrule.service.job;

import io.chainrule.learning.training.EarlyStopping;
import io.chainrule.learning.training.Epoch;
import io.chainrule.learning.training.History;
import org.jspecify.annotations.Nullable;

/// How far the training of a job has come.
///
/// @param latest the newest epoch that is known, null before the first
/// @param best the best one that is known, null if there is none
/// @param checkpoint where the newest checkpoint was written, null before the first
public record Reach(
        Progress progress,
        @Nullable Epoch latest,
        @Nullable Best best,
        @Nullable CheckpointMark checkpoint) {

    static Reach nowhere(Progress none) {
        return new Reach(none, null, null, null);
    }

    /// @param more epochs that were not known before, null if there are none
    /// @param stopping what stops the job early, null if nothing does
    Reach advanced(History.@Nullable Rows more, long step, double elapsedSeconds, @Nullable EarlyStopping stopping) {
        return more == null
                ? new Reach(progress.at(progress.epoch(), step, elapsedSeconds), latest, best, checkpoint)
                : new Reach(
                        progress.at(more.last().number(), step, elapsedSeconds),
                        more.last(),
                        Best.of(best, more, stopping),
                        checkpoint);
    }

    Reach checkpointed(CheckpointMark mark) {
        return new Reach(progress, latest, best, mark);
    }
}
