package io.chainrule.service.job;

import java.time.InstantSource;

/// At which steps of a training somebody looks at the clock. To look takes a fifth of the shortest optimizer step, so
/// up to 128 steps share a glance where a millisecond sees thousands of them.
final class Glances {

    private static final int MOST_STEPS = 128;
    private static final int FEW = 16; // glances in a millisecond
    private static final int MANY = 64;

    private final InstantSource clock;
    private int steps = 1;
    private int stepsLeft = 1;
    private int glances;
    private long millis;

    Glances(InstantSource clock) {
        this.clock = clock;
        this.millis = clock.millis();
    }

    /// Counts a step.
    ///
    /// @return whether it looks
    boolean step() {
        if (--stepsLeft > 0) {
            return false;
        }
        glance();
        return true;
    }

    private void glance() {
        long now = clock.millis();
        glances++;
        if (now != millis) {
            adapt(now - millis);
            millis = now;
            glances = 0;
        }
        stepsLeft = steps;
    }

    private void adapt(long passedMillis) {
        if (glances < FEW || passedMillis > 1) {
            steps = 1;
        } else if (glances > MANY) {
            steps = Math.min(2 * steps, MOST_STEPS);
        }
    }
}
