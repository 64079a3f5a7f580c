package io.chainrule.service.job;

import io.chainrule.learning.training.Epoch;
import org.jspecify.annotations.Nullable;

/// How far the training of a job has come.
///
/// @param latest the newest epoch that is known, null before the first
/// @param checkpoint where the newest checkpoint was written, null before the first
public record Reach(
        Progress progress, @Nullable Epoch latest, @Nullable CheckpointMark checkpoint) {

    /// Epochs that are known already stay: a resumed run comes by them once more, with the same bits.
    Reach advanced(@Nullable Epoch newest, long step, double elapsedSeconds) {
        return newest == null || newest.number() <= progress.epoch()
                ? new Reach(progress.at(progress.epoch(), step, elapsedSeconds), latest, checkpoint)
                : new Reach(progress.at(newest.number(), step, elapsedSeconds), newest, checkpoint);
    }

    Reach checkpointed(CheckpointMark mark) {
        return new Reach(progress, latest, mark);
    }
}
