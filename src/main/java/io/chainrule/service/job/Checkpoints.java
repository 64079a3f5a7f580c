package io.chainrule.service.job;

import io.chainrule.learning.training.Checkpoint;
import java.util.Optional;

/// Where the newest checkpoint of each job is kept.
public interface Checkpoints {

    /// Replaces the job's checkpoint, in the transaction that writes the history up to there.
    void save(String job, Checkpoint checkpoint);

    /// The newest one of a job, empty before the first.
    ///
    /// @throws io.chainrule.learning.training.CheckpointInvalidException if it has been damaged
    Optional<Checkpoint> find(String job);
}
