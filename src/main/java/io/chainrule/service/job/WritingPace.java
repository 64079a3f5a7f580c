package io.chainrule.service.job;

import java.time.Duration;
import java.time.InstantSource;

/// When an attempt writes what it has. A commit costs more than many epochs, so they are gathered: the first
/// are written soon, so that clients see that something happens, and with a checkpoint, so that a worker that
/// dies later has come further than the one before.
///
/// Later checkpoints come every so many epochs or second, whichever takes longer, and take no more than a twentieth of
/// the time.
final class WritingPace {

    private static final Duration UNTIL_FIRST = Duration.ofMillis(250);
    private static final Duration BETWEEN_CHECKPOINTS = Duration.ofSeconds(1);
    private static final int SHARE = 20;

    private final InstantSource clock;
    private final Duration between;
    private final int epochsBetween;
    private long due;
    private long checkpointDue;
    private int nextEpoch;

    /// @param between writes
    /// @param epochsBetween checkpoints
    WritingPace(InstantSource clock, Duration between, int epochsBetween) {
        this.clock = clock;
        this.between = between;
        this.epochsBetween = epochsBetween;
        this.due = clock.millis() + UNTIL_FIRST.toMillis();
        this.checkpointDue = due;
    }

    boolean isDue() {
        return clock.millis() >= due;
    }

    /// @param epoch how many are complete
    boolean isCheckpointDue(int epoch) {
        return epoch >= nextEpoch && clock.millis() >= checkpointDue;
    }

    void wrote(long beganMillis) {
        long now = clock.millis();
        due = now + Math.max(between.toMillis(), SHARE * (now - beganMillis));
    }

    void wroteCheckpoint(int epoch, long beganMillis) {
        long now = clock.millis();
        nextEpoch = epoch + epochsBetween;
        checkpointDue = now + Math.max(BETWEEN_CHECKPOINTS.toMillis(), SHARE * (now - beganMillis));
    }
}
