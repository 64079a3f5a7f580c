package io.chainrule.service.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class GlancesTest {

    private static final int STEPS = 1_000_000;

    private long now;
    private final Glances glances = new Glances(() -> Instant.ofEpochSecond(0, now));

    /// @return how many of so many steps, each of so many nanoseconds, looked
    private int looks(int steps, long nanoseconds) {
        int looks = 0;
        for (int step = 0; step < steps; step++) {
            now += nanoseconds;
            looks += glances.step() ? 1 : 0;
        }
        return looks;
    }

    @Test
    void shortStepsShareAGlanceThatStillSeesEachMillisecond() {
        assertThat(looks(STEPS, 200)).isBetween(STEPS * 200 / 1_000_000, STEPS / 50);
        assertThat(looks(128, 200)).isPositive();
    }

    @Test
    void longStepsLookEachTime() {
        assertThat(looks(STEPS, 100_000)).isEqualTo(STEPS);
    }

    @Test
    void stepsThatGrowLongLookAgain() {
        looks(STEPS, 200);
        looks(128, 5_000_000);
        assertThat(looks(1000, 5_000_000)).isEqualTo(1000);
    }

    @Test
    void clockThatStandsIsLookedAtEachTime() {
        assertThat(looks(STEPS, 0)).isEqualTo(STEPS);
    }
}
