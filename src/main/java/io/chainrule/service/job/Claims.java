package io.chainrule.service.job;

/// How often workers have taken a job up, and lost it.
///
/// @param attempt how many times a worker has claimed it; only the newest attempt may write
/// @param interruptions how many times it went back to the queue
/// @param deaths how many workers in a row were lost with it before one wrote a checkpoint
public record Claims(int attempt, int interruptions, int deaths) {

    private static final int MOST_DEATHS = 3;

    static final Claims NONE = new Claims(0, 0, 0);

    Claims claimed() {
        return new Claims(attempt + 1, interruptions, deaths);
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
        return new Claims(attempt, interruptions, 0);
    }

    /// Whether it has killed so many in a row that nobody should try again.
    boolean isDeadly() {
        return deaths >= MOST_DEATHS;
    }
}
