package io.chainrule.learning.training.optimizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.chainrule.learning.specification.InvalidSpecException;
import java.util.Arrays;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Steps on f(a, b) = (a² + 10 b²)/2, whose gradient is (a, 10 b), from (1, −2) with rate 0.1 and ε = 1e-8.
class AdaptiveStepsTest {

    private static final Offset<Double> EXACTLY = within(1e-15);

    private final double[][] parameters = {{1}, {-2}};

    /// a: s = 1, a = 1 − 0.1/(1 + ε); then s = 1 + a², step 0.1·a/(√s + ε), and so on.
    /// b: s = 400, b = −2 + 2/(20 + ε); then s = 400 + 19² = 761.
    @Test
    void adagradDividesByTheRootOfTheSumOfSquares() {
        var spec = new OptimizerSpec.Adagrad(0.1, 1e-8);

        assertSteps(spec, 1, 0.90000000099999999, -1.900000000049999999975);
        assertSteps(spec, 3, 0.7804561830893825964947, -1.775821515098225605698);
    }

    /// a: s = 0.1, a = 1 − 0.1/(√0.1 + ε); then s = 0.09 + 0.1·a², step 0.1·a/(√s + ε), and so on.
    /// b: s = 40, b = −2 + 2/(√40 + ε).
    @Test
    void rmspropDividesByTheRootOfTheAverageSquare() {
        var spec = new OptimizerSpec.Rmsprop(0.1, 0.9, 1e-8);

        assertSteps(spec, 1, 0.6837722439831617505723, -1.683772234483162066009);
        assertSteps(spec, 3, 0.3691805674277941157910, -1.308717867818267645976);
    }

    /// a: m = 0.1 and v = 0.001 are both corrected to 1, so a = 1 − 0.1/(1 + ε). b: −20 and 400, so b = −2 +
    /// 2/(20 + ε). a then: m = 0.09 + 0.09 over 0.19, v = 0.000999 + 0.00081 over 0.001999.
    @Test
    void adamCorrectsItsAveragesForTheirStart() {
        var spec = new OptimizerSpec.Adam(0.1, 0.9, 0.999, 1e-8);

        assertSteps(spec, 1, 0.90000000099999999, -1.900000000049999999975);
        assertSteps(spec, 3, 0.7015862745044142142348, -1.700623391433945489694);
    }

    /// Before each step a twentieth goes: rate 0.1 times decay 0.5. So a = 0.95 − 0.1/(1 + ε), b = −1.9 + 2/(20 + ε).
    @Test
    void adamwFirstPullsTowardsZero() {
        var spec = new OptimizerSpec.AdamW(0.1, 0.9, 0.999, 1e-8, 0.5);

        assertSteps(spec, 1, 0.85000000099999999, -1.800000000049999999975);
        assertSteps(spec, 3, 0.5749739322532453876219, -1.431025243070567228438);
    }

    static List<OptimizerSpec.FirstOrder> remembering() {
        return List.of(
                new OptimizerSpec.Sgd(0.1, 0.9, true),
                new OptimizerSpec.Adagrad(0.1, 1e-8),
                new OptimizerSpec.Rmsprop(0.1, 0.9, 1e-8),
                new OptimizerSpec.Adam(0.1, 0.9, 0.999, 1e-8),
                new OptimizerSpec.AdamW(0.1, 0.9, 0.999, 1e-8, 0.5));
    }

    @ParameterizedTest
    @MethodSource("remembering")
    void memoryIsEverythingThatLaterStepsDependOn(OptimizerSpec.FirstOrder spec) {
        var first = spec.start(parameters);
        step(first, parameters, 2);
        var copy = Arrays.stream(parameters).map(double[]::clone).toArray(double[][]::new);
        var second = spec.start(copy);
        for (int i = 0; i < first.memory().size(); i++) {
            var remembered = first.memory().get(i);
            System.arraycopy(remembered, 0, second.memory().get(i), 0, remembered.length);
        }
        step(first, parameters, 3);
        step(second, copy, 3);

        assertThat(copy).isDeepEqualTo(parameters);
        assertThat(first.memory().stream().mapToInt(array -> array.length).sum())
                .isBetween(spec.numbersKept() * 2, spec.numbersKept() * 2 + 1);
    }

    @Test
    void settingsOutOfRangeAreRefused() {
        assertThatThrownBy(() -> new OptimizerSpec.Adam(0.001, 0.9, 1, 1e-8))
                .isInstanceOf(InvalidSpecException.class)
                .hasMessageContaining("beta2 must be at least 0 and below 1");
        assertThatThrownBy(() -> new OptimizerSpec.Lbfgs(0)).isInstanceOf(InvalidSpecException.class);
    }

    private void assertSteps(OptimizerSpec.FirstOrder spec, int count, double a, double b) {
        parameters[0][0] = 1;
        parameters[1][0] = -2;
        step(spec.start(parameters), parameters, count);
        assertThat(parameters[0][0]).isCloseTo(a, EXACTLY);
        assertThat(parameters[1][0]).isCloseTo(b, EXACTLY);
    }

    private static void step(Optimizer optimizer, double[][] parameters, int count) {
        for (int i = 0; i < count; i++) {
            optimizer.step(new double[][] {{parameters[0][0]}, {10 * parameters[1][0]}}, 0.1);
        }
    }
}
