package io.chainrule.service.job;

import java.util.List;
import java.util.Optional;

/// Where the frames of jobs are kept. Changes belong into a transaction that has locked the job.
public interface Frames {

    /// Adds frames of one model, at least one, in the order of their epochs and later than all that are there.
    void save(String job, List<Frame> frames);

    /// The frame of an epoch, if it is kept.
    Optional<Frame> read(String job, int epoch);
}
