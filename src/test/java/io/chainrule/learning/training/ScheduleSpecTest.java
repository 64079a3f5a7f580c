package io.chainrule.learning.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.chainrule.engine.expression.ExpressionParser;
import io.chainrule.learning.specification.InvalidSpecException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ScheduleSpecTest {

    private static double[] rates(ScheduleSpec spec, int epochs) {
        var rate = spec.start(0.8, epochs);
        return IntStream.rangeClosed(1, epochs).mapToDouble(rate::of).toArray();
    }

    private static ScheduleSpec expression(String text) {
        return new ScheduleSpec.ByFormula(ExpressionParser.parse(text));
    }

    @Test
    void ratesAreAsByHand() {
        assertThat(rates(new ScheduleSpec.Constant(), 3)).containsExactly(0.8, 0.8, 0.8);
        assertThat(rates(new ScheduleSpec.Step(2, 0.5), 5)).containsExactly(0.8, 0.8, 0.4, 0.4, 0.2);
        assertThat(rates(new ScheduleSpec.Exponential(0.5), 4)).containsExactly(0.8, 0.4, 0.2, 0.1);
        assertThat(rates(new ScheduleSpec.Warmup(4), 5)).containsExactly(0.2, 0.4, 0.8 * 0.75, 0.8, 0.8);
        assertThat(rates(new ScheduleSpec.Cosine(0.2), 4))
                .containsExactly(
                        new double[] {0.8, 0.5 + 0.3 * Math.sqrt(0.5), 0.5, 0.5 - 0.3 * Math.sqrt(0.5)}, within(1e-15));
        assertThat(rates(expression("0.1/(1+0.25*epoch) + 0*epochs"), 4))
                .containsExactly(new double[] {0.08, 0.1 / 1.5, 0.1 / 1.75, 0.05}, within(1e-16));
        assertThat(rates(expression("0.3"), 2)).containsExactly(0.3, 0.3);
    }

    @Test
    void plateauFallsAfterEpochsWithoutABetterLoss() {
        var rate = new ScheduleSpec.Plateau(2, 0.1).start(1, 100);
        var seen = new double[8];
        var losses = new double[] {5, 4, 4, 4, 4, 4, 3, 3};
        for (int i = 0; i < losses.length; i++) {
            rate.observe(losses[i]);
            seen[i] = rate.of(i + 2);
        }
        assertThat(seen).containsExactly(new double[] {1, 1, 1, 0.1, 0.1, 0.01, 0.01, 0.01}, within(1e-17));
    }

    @Test
    void whatIsNoRateIsRefusedWithItsEpoch() {
        assertThatThrownBy(() -> rates(expression("1/(epoch-3)"), 5))
                .isInstanceOf(InvalidSpecException.class)
                .hasMessageContaining("epoch 1")
                .hasMessageContaining("-0.5");
        assertThatThrownBy(() -> rates(expression("log(4-epoch)"), 5)).hasMessageContaining("epoch 4");
        assertThatThrownBy(() -> expression("epoch*decay")).hasMessageContaining("decay");
    }
}
