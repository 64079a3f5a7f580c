package io.chainrule.learning.training;

import static org.assertj.core.api.Assertions.assertThat;

import io.chainrule.learning.dataset.Dataset;
import io.chainrule.learning.model.Activation;
import io.chainrule.learning.model.ModelSpec;
import io.chainrule.learning.training.optimizer.OptimizerSpec;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What makes a training take longer makes its estimate longer; how long it really takes is for `EstimateBenchmark`.
class RunningTimeTest {

    private static final Dataset CLOUDS = Specs.clouds(100, 2, 2);

    @Test
    void timeGrowsWithTheEpochs() {
        assertThat(seconds(Specs.mlp(16).epochs(2000)) / seconds(Specs.mlp(16).epochs(1000)))
                .isBetween(1.9, 2.0);
    }

    @Test
    void everyStepUpdatesEveryParameterAndWhatIsKeptOfIt() {
        var steps = Specs.mlp(64, 64).batchSize(1);
        double plain = seconds(steps);
        double adam = seconds(steps.optimizer(new OptimizerSpec.Adam(0.001, 0.9, 0.999, 1e-8)));
        assertThat(adam / plain).isBetween(2.0, 3.0);
        assertThat(plain / seconds(Specs.mlp(64, 64))).isGreaterThan(5);
    }

    @Test
    void minibatchesAreMeasuredOnceMore() {
        assertThat(seconds(Specs.linear().batchSize(99))).isGreaterThan(1.2 * seconds(Specs.linear()));
    }

    @Test
    void curvedActivationsTakeLongerThanStraightOnes() {
        assertThat(seconds(activation(Activation.GELU)))
                .isGreaterThan(2 * seconds(activation(Activation.TANH)))
                .isGreaterThan(5 * seconds(activation(Activation.RELU)));
    }

    @Test
    void lineSearchGoesThroughTheExamplesMoreThanOnce() {
        assertThat(seconds(Specs.mlp(16).optimizer(new OptimizerSpec.Lbfgs(1))))
                .isGreaterThan(2 * seconds(Specs.mlp(16)));
    }

    private static Specs activation(Activation activation) {
        return Specs.linear().model(new ModelSpec.Mlp(List.of(64, 64), activation));
    }

    private static double seconds(Specs specs) {
        return Preparation.of(specs.build(), CLOUDS).estimate().seconds();
    }
}
