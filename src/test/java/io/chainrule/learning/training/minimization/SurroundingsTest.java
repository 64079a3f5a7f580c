package io.chainrule.learning.training.minimization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.chainrule.learning.training.optimizer.OptimizerSpec;
import org.junit.jupiter.api.Test;

class SurroundingsTest {

    /// The path goes from (0, 4) to (1, 2) in one step, so the map begins 15 % of that before and ends 15 % behind it.
    @Test
    void gridCoversThePathAndItsMargin() {
        var map = Minimizations.of("(x-2)^2/2 + (y-0)^2/2 + 1")
                .by(OptimizerSpec.Sgd.of(0.5))
                .from(0, 4)
                .maxSteps(1)
                .run()
                .surroundings(3, 2);

        assertThat(map.x()).containsExactly(new double[] {-0.15, 0.5, 1.15}, within(1e-15));
        assertThat(map.y()).containsExactly(new double[] {1.7, 4.3}, within(1e-15));
        assertThat(map.values()[1][2]).isCloseTo(0.85 * 0.85 / 2 + 4.3 * 4.3 / 2 + 1, within(1e-14));
    }

    @Test
    void pathAlongOneAxisGetsRoomOnTheOther() {
        var map = Minimizations.of("x^2 + y^2").from(2, 0).run().surroundings(5, 5);

        assertThat(map.y()[4] - map.y()[0]).isCloseTo(map.x()[4] - map.x()[0], within(1e-12));
    }

    @Test
    void startAtTheMinimumGetsRoomAllAround() {
        var map = Minimizations.of("x^2 + y^2").from(0, 0).run().surroundings(2, 2);

        assertThat(map.x()[0]).isNegative();
        assertThat(map.x()[1]).isPositive();
    }

    @Test
    void stepsIntoTheDistanceDoNotShrinkTheMap() {
        var map = Minimizations.of("x^2 + y^2")
                .by(OptimizerSpec.Sgd.of(1.5))
                .from(1, 1)
                .run()
                .surroundings(2, 2);

        assertThat(map.x()[1]).isLessThan(10);
    }

    @Test
    void oneVariableHasNoMap() {
        var found = Minimizations.of("x^2").from("x", 1).run();
        assertThatThrownBy(() -> found.surroundings(2, 2)).hasMessageContaining("two variables");
    }
}
