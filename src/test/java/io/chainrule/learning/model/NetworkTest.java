package io.chainrule.learning.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.chainrule.engine.plan.Plan;
import io.chainrule.learning.dataset.RandomStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class NetworkTest {

    private static final LayerSpec.BatchNorm NORM = new LayerSpec.BatchNorm(0.25, 1e-5);

    private static Network network(int inputs, LayerSpec... layers) {
        return new Network(new ModelSpec.Layers(List.of(layers)), inputs, 1);
    }

    @Test
    void tensorsAreNamedByTheLayersThatHaveSome() {
        var network = network(3, new LayerSpec.Dense(4), NORM, new LayerSpec.Relu(), new LayerSpec.Dense(2));
        assertThat(network.shaped().tensors().stream().map(Tensor::name))
                .containsExactly(
                        "layers.0.weights",
                        "layers.0.biases",
                        "layers.1.scale",
                        "layers.1.shift",
                        "layers.1.mean",
                        "layers.1.variance",
                        "layers.2.weights",
                        "layers.2.biases",
                        "layers.3.weights",
                        "layers.3.biases");
        assertThat(network.parameterCount()).isEqualTo(3 * 4 + 4 + 2 * 4 + 4 * 2 + 2 + 2 + 1);
        assertThat(network.differsInTraining()).isTrue();
    }

    /// Inputs 1, 2, 6 have mean 3 and variance 14/3; the unbiased variance is 7.
    @Test
    void batchNormUsesTheBatchAndRemembersWhatIsUsual() {
        var network = network(1, NORM);
        var parameters = network.shaped();
        var forward = network.forward(3, Pass.TRAINING);
        var statistics = forward.statistics().getFirst();
        var layer = forward.outputs().operands().getFirst();
        var plan = Plan.of(List.of(layer, statistics.mean(), statistics.variance()), forward.bound(parameters))
                .with(forward.features(), 1, 2, 6)
                .run();
        double deviation = Math.sqrt(14.0 / 3 + 1e-5);
        assertThat(plan.array(layer))
                .containsExactly(new double[] {-2 / deviation, -1 / deviation, 3 / deviation}, within(1e-15));
        statistics.follow(plan, 3);
        assertThat(parameters.tensor("layers.0.mean").values()).containsExactly(0.75);
        assertThat(parameters.tensor("layers.0.variance").values()[0]).isCloseTo(0.75 + 0.25 * 7, within(1e-15));
    }

    @Test
    void batchNormUsesWhatIsUsualAfterwards() {
        var network = network(1, NORM);
        var parameters = network.shaped();
        parameters.tensor("layers.0.mean").values()[0] = 3;
        parameters.tensor("layers.0.variance").values()[0] = 4;
        parameters.tensor("layers.0.scale").values()[0] = 10;
        parameters.tensor("layers.0.shift").values()[0] = 1;
        var forward = network.forward(2, Pass.INFERENCE);
        var layer = forward.outputs().operands().getFirst();
        var plan = Plan.of(List.of(layer), forward.bound(parameters))
                .with(forward.features(), 5, 3)
                .run();
        double deviation = Math.sqrt(4 + 1e-5);
        assertThat(plan.array(layer)).containsExactly(new double[] {10 * (2 / deviation) + 1, 1}, within(1e-14));
    }

    @Test
    void dropoutHidesItsShareAndKeepsTheSum() {
        var forward = network(1000, new LayerSpec.Dropout(0.3)).forward(10, Pass.TRAINING);
        var mask = forward.masks().getFirst();
        var drawn = new double[10_000];
        mask.draw(drawn, RandomStream.of(1, DropoutMask.STREAM));
        assertThat(DoubleStream.of(drawn).filter(value -> value == 0).count()).isBetween(2800L, 3200L);
        assertThat(DoubleStream.of(drawn).distinct()).containsExactlyInAnyOrder(0.0, 1 / 0.7);
        assertThat(DoubleStream.of(drawn).average().orElseThrow()).isCloseTo(1, within(0.03));
        var again = new double[10_000];
        mask.draw(again, RandomStream.of(1, DropoutMask.STREAM));
        assertThat(again).isEqualTo(drawn);
    }

    @Test
    void dropoutDoesNothingAfterwards() {
        var forward = network(3, new LayerSpec.Dropout(0.3)).forward(10, Pass.INFERENCE);
        assertThat(forward.masks()).isEmpty();
        assertThat(forward.outputs().operands().getFirst()).isSameAs(forward.features());
    }

    @Test
    void countsAreKnownBeforeThereAreNumbers() {
        var layers = new ArrayList<LayerSpec>();
        for (int i = 0; i < ModelSpec.Mlp.MOST_LAYERS; i++) {
            layers.add(new LayerSpec.Dense(ModelSpec.Mlp.MOST_UNITS));
        }
        var huge = new Network(new ModelSpec.Layers(layers), 1, 1);
        assertThat(huge.parameterCount()).isGreaterThan(200_000_000);
        assertThat(huge.multiplyAddsOfGradient()).isGreaterThan(2 * huge.multiplyAdds());
    }
}
