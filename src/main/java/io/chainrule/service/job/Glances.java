package io.chainrule.service.job;

import java.time.InstantSource;

/// How often a training that takes its steps stops to look at the clock and whether it is still wanted. That takes as
/// long as half of the shortest optimizer step, so short steps are taken several at once, and several of such rounds
/// share a glance at the clock, as long as a millisecond sees 16 of them.
final class Glances {

    private static final int MOST = 32;
    private static final int FEW = 16; // glances in a millisecond
    private static final int MANY = 64;

    private final InstantSource clock;
    private int steps = 1;
    private int roundsLeft = 1;
    private int glances;
    private long millis;

    Glances(InstantSource clock) {
        this.clock = clock;
        this.millis = clock.millis();
    }

    /// How many steps make a round.
    int steps() {
        return steps;
    }

    /// Begins a round.
    ///
    /// @return whether it looks at the clock
    boolean begin() {
        if (--roundsLeft > 0) {
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
        roundsLeft = steps;
    }

    private void adapt(long passedMillis) {
        if (glances < FEW || passedMillis > 1) {
            steps = 1;
        } else if (glances > MANY) {
            steps = Math.min(2 * steps, MOST);
        }
    }
}
