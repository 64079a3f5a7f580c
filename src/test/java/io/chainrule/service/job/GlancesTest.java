package io.chainrule.service.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class GlancesTest {

    private static final int STEPS = 1_000_000;

    private long now;
    private final Glances glances = new Glances(() -> Instant.ofEpochSecond(0, now));

    /// @return how many of so many steps, each of so many nanoseconds, began with a glance
    private int looks(int count, long nanoseconds) {
        int looks = 0;
        for (int step = 0; step < count; step += glances.steps()) {
            looks += glances.begin() ? 1 : 0;
            now += nanoseconds * glances.steps();
        }
        return looks;
    }

    @Test
    void shortStepsShareAGlanceThatStillSeesEachMillisecond() {
        assertThat(looks(STEPS, 200)).isBetween(16 * STEPS / 5_000, STEPS / 50);
        assertThat(looks(5_000, 200)).isGreaterThan(10);
    }

    @Test
    void longStepsLookEachTime() {
        assertThat(looks(STEPS, 100_000)).isEqualTo(STEPS);
        assertThat(glances.steps()).isEqualTo(1);
    }

    @Test
    void stepsThatGrowLongLookAgain() {
        looks(STEPS, 200);
        looks(1024, 5_000_000);
        assertThat(looks(1000, 5_000_000)).isEqualTo(1000);
    }

    @Test
    void clockThatStandsIsLookedAtEachTime() {
        assertThat(looks(STEPS, 0)).isEqualTo(STEPS);
    }
}
