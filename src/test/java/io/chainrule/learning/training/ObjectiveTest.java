package io.chainrule.learning.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.chainrule.engine.plan.Plan;
import io.chainrule.learning.dataset.RandomStream;
import io.chainrule.learning.model.Activation;
import io.chainrule.learning.model.ModelSpec;
import io.chainrule.learning.model.Network;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Gradients of both losses through networks agree with central differences, parameter by parameter.
class ObjectiveTest {

    private static final int ROWS = 7;
    private static final int INPUTS = 3;

    private final RandomStream random = RandomStream.of(5, "test");

    @ParameterizedTest
    @EnumSource
    void gradientThroughHiddenLayersAgreesWithCentralDifferences(Activation activation) {
        var model = new ModelSpec.Mlp(List.of(5, 4), activation);

        assertGradient(new Network(model, INPUTS, 3), new LossSpec.CrossEntropy());
        assertGradient(new Network(model, INPUTS, 1), new LossSpec.SquaredError());
        assertGradient(new Network(model, INPUTS, 2), new LossSpec.SquaredError());
    }

    @Test
    void gradientOfALinearModelAgreesWithCentralDifferences() {
        assertGradient(new Network(new ModelSpec.Linear(), INPUTS, 4), new LossSpec.CrossEntropy());
        assertGradient(new Network(new ModelSpec.Linear(), INPUTS, 1), new LossSpec.SquaredError());
    }

    @Test
    void squaredErrorIsSummedOverOutputsWithoutAHalf() {
        var objective = Objective.of(new Network(new ModelSpec.Linear(), 1, 2), new LossSpec.SquaredError(), 2);
        var plan = Plan.of(List.of(objective.loss(), objective.score()), Map.of())
                .with(objective.forward().features(), 1, 2)
                .with(objective.forward().parameters().get(0), 1, 10)
                .with(objective.forward().parameters().get(1), 0.5, 0)
                .with(objective.targets(), 1, 10, 2.5, 17)
                .run();

        // outputs (1.5, 10) and (2.5, 20), targets (1, 10) and (2.5, 17)
        assertThat(plan.array(objective.loss())).containsExactly(0.25 + 9);
    }

    @Test
    void crossEntropyOfEqualScoresIsTheLogarithmOfTheClasses() {
        var objective = Objective.of(new Network(new ModelSpec.Linear(), 1, 4), new LossSpec.CrossEntropy(), 2);
        var plan = Plan.of(List.of(objective.loss(), objective.score()), Map.of())
                .with(objective.forward().features(), 1, 2)
                .with(objective.targets(), 1, 0, 0, 0, 0, 0, 1, 0)
                .run();

        assertThat(plan.scalar()).isCloseTo(2 * StrictMath.log(4), within(1e-15));
        assertThat(plan.array(objective.score())).containsExactly(1);
    }

    private void assertGradient(Network network, LossSpec spec) {
        var objective = Objective.of(network, spec, ROWS);
        var parameters = network.zeros();
        for (var tensor : parameters.tensors()) { // biases too, else a shut layer leaves the next one at its kink
            System.arraycopy(normal(tensor.values().length), 0, tensor.values(), 0, tensor.values().length);
        }
        var gradients = objective.gradients();
        var outputs = new ArrayList<>(List.of(objective.loss(), objective.score()));
        outputs.addAll(gradients);
        var plan = Plan.of(outputs, objective.forward().bound(parameters))
                .with(objective.forward().features(), normal(ROWS * INPUTS))
                .with(objective.targets(), targets(network.outputs(), spec));

        var analytic = gradients.stream()
                .map(gradient -> plan.run().array(gradient).clone())
                .toList();
        for (int k = 0; k < analytic.size(); k++) {
            var values = parameters.arrays()[k];
            for (int i = 0; i < values.length; i++) {
                double kept = values[i];
                values[i] = kept + 1e-6;
                double above = plan.run().scalar();
                values[i] = kept - 1e-6;
                double below = plan.run().scalar();
                values[i] = kept;
                assertThat(analytic.get(k)[i])
                        .as("%s, element %d", parameters.tensors().get(k).name(), i)
                        .isCloseTo((above - below) / 2e-6 / ROWS, within(1e-7));
            }
        }
    }

    private double[] targets(int outputs, LossSpec spec) {
        var targets = normal(ROWS * outputs);
        if (spec instanceof LossSpec.CrossEntropy) {
            for (int i = 0; i < targets.length; i++) {
                targets[i] = i % outputs == i / outputs % outputs ? 1 : 0;
            }
        }
        return targets;
    }

    private double[] normal(int count) {
        var values = new double[count];
        for (int i = 0; i < count; i++) {
            values[i] = random.nextNormal();
        }
        return values;
    }
}
