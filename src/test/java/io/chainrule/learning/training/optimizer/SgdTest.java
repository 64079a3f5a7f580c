package io.chainrule.learning.training.optimizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.chainrule.learning.specification.InvalidSpecException;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/// Steps on f(a, b) = (a² + 10 b²)/2, whose gradient is (a, 10 b), from (1, −2) with rate 0.1, written out by hand.
class SgdTest {

    private static final Offset<Double> EXACTLY = within(1e-15);

    private final double[][] parameters = {{1}, {-2}};

    @Test
    void oneStepGoesAgainstTheGradient() {
        steps(OptimizerSpec.Sgd.of(0.1), 1);

        assertThat(parameters[0][0]).isCloseTo(0.9, EXACTLY);
        assertThat(parameters[1][0]).isCloseTo(0, EXACTLY);
    }

    @Test
    void threePlainStepsMultiplyByOneMinusTheRateTimesTheCurvature() {
        steps(OptimizerSpec.Sgd.of(0.05), 3);

        assertThat(parameters[0][0]).isCloseTo(0.95 * 0.95 * 0.95, EXACTLY);
        assertThat(parameters[1][0]).isCloseTo(-2 * 0.5 * 0.5 * 0.5, EXACTLY);
    }

    /// a: v = 1, then 0.9 + 0.9 = 1.8, then 1.62 + 0.72 = 2.34; a = 0.9, 0.72, 0.486.
    /// b: v = −20, then −18 + 0 = −18, then −16.2 + 18 = 1.8; b = 0, 1.8, 1.62.
    @Test
    void momentumKeepsAShareOfThePreviousStep() {
        steps(new OptimizerSpec.Sgd(0.1, 0.9, false), 3);

        assertThat(parameters[0][0]).isCloseTo(0.486, EXACTLY);
        assertThat(parameters[1][0]).isCloseTo(1.62, EXACTLY);
    }

    /// a: v = 1, step 0.9 + 1 = 1.9, a = 0.81; v = 0.9 + 0.81 = 1.71, step 1.539 + 0.81 = 2.349, a = 0.5751;
    /// v = 1.539 + 0.5751 = 2.1141, step 1.90269 + 0.5751 = 2.47779, a = 0.327321.
    /// b: v = −20, step −18 − 20 = −38, b = 1.8; v = −18 + 18 = 0, step 0 + 18, b = 0; v = 0, step 0, b = 0.
    @Test
    void nesterovLooksAhead() {
        steps(new OptimizerSpec.Sgd(0.1, 0.9, true), 3);

        assertThat(parameters[0][0]).isCloseTo(0.327321, EXACTLY);
        assertThat(parameters[1][0]).isCloseTo(0, EXACTLY);
    }

    @Test
    void memoryHoldsTheVelocities() {
        var optimizer = new OptimizerSpec.Sgd(0.1, 0.9, false).start(parameters);
        optimizer.step(new double[][] {{1}, {-20}}, 0.1);

        assertThat(optimizer.memory()).containsExactly(new double[] {1}, new double[] {-20});
        assertThat(OptimizerSpec.Sgd.of(0.1).start(parameters).memory()).isEmpty();
    }

    @Test
    void nesterovWithoutMomentumIsRefused() {
        assertThatThrownBy(() -> new OptimizerSpec.Sgd(0.1, 0, true))
                .isInstanceOf(InvalidSpecException.class)
                .hasMessageContaining("momentum");
    }

    private void steps(OptimizerSpec.FirstOrder spec, int count) {
        var optimizer = spec.start(parameters);
        for (int i = 0; i < count; i++) {
            optimizer.step(new double[][] {{parameters[0][0]}, {10 * parameters[1][0]}}, spec.learningRate());
        }
    }
}
