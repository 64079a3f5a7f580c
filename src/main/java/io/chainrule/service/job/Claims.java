package io.chainrule.service.job;

/// How often workers have taken a job up, and lost it.
///
/// @param attempt how many times a worker has claimed it; only the newest attempt may write
/// @param interruptions how many times it went back to the queue
/// @param deaths how many workers in a row were lost with it before they wrote a checkpoint; -1 once the
/// present one has, so that its own death does not count
public record Claims(int attempt, int interruptions, int deaths) {

    private static final int MOST_DEATHS = 3;
    private static final int SURVIVED = -1;

    static final Claims NONE = new Claims(0, 0, 0);

    Claims claimed() {
        return new Claims(attempt + 1, interruptions, Math.max(0, deaths));
    }

    /// The worker has left the job in good order.
    Claims left() {
        return new Claims(attempt, interruptions + 1, deaths);
    }

    /// The worker is gone, nobody knows why.
    Claims orphaned() {
        return new Claims(attempt, interruptions + 1, deaths + 1);
    }

    /// A checkpoint is written: what comes this far is not deadly.
    Claims survived() {
        return new Claims(attempt, interruptions, SURVIVED);
    }

    /// Whether the present worker has written a checkpoint.
    boolean hasSurvived() {
        return deaths == SURVIVED;
    }

    /// Whether nobody should try again if the worker that takes it up next is lost as well.
    ///
    /// @param isOrphan whether the last worker is gone, and not counted yet
    boolean isLastTry(boolean isOrphan) {
        return deaths + (isOrphan ? 1 : 0) == MOST_DEATHS - 1;
    }

    /// Whether it has killed so many in a row that nobody should try again.
    boolean isDeadly() {
        return deaths >= MOST_DEATHS;
    }
}
