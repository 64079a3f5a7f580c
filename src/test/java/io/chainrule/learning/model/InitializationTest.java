package io.chainrule.learning.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.chainrule.learning.dataset.RandomStream;
import io.chainrule.learning.model.Initialization.Weights;
import io.chainrule.learning.specification.InvalidSpecException;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class InitializationTest {

    private static final int INPUTS = 200;
    private static final int UNITS = 300;

    @ParameterizedTest
    @EnumSource
    void weightsHaveMeanZeroAndTheirStandardDeviationWhileBiasesAreZero(Weights weights) {
        var parameters = new Network(new ModelSpec.Linear(), INPUTS, UNITS)
                .initialized(new Initialization(weights, 0.05), RandomStream.of(3, Initialization.STREAM));
        var deviation = switch (weights) {
            case HE -> 0.1;
            case GLOROT -> Math.sqrt(0.004);
            case LECUN -> Math.sqrt(0.005);
            case SMALL_NORMAL -> 0.05;
            case ZEROS -> 0;
        };

        var values = parameters.tensor("layers.0.weights").values();
        assertThat(Arrays.stream(values).average().orElseThrow()).isCloseTo(0, within(deviation / 50));
        assertThat(Math.sqrt(Arrays.stream(values).map(w -> w * w).average().orElseThrow()))
                .isCloseTo(deviation, within(deviation / 50));
        assertThat(parameters.tensor("layers.0.biases").values()).containsOnly(0);
    }

    @Test
    void modelChoosesItsInitialization() {
        assertThat(new ModelSpec.Linear().initialization()).isEqualTo(new Initialization(Weights.SMALL_NORMAL, 0.01));
        assertThat(mlp(Activation.RELU).initialization().weights()).isEqualTo(Weights.HE);
        assertThat(mlp(Activation.LEAKY_RELU).initialization().weights()).isEqualTo(Weights.HE);
        assertThat(mlp(Activation.TANH).initialization().weights()).isEqualTo(Weights.GLOROT);
        assertThat(mlp(Activation.SIGMOID).initialization().weights()).isEqualTo(Weights.GLOROT);
    }

    @Test
    void layersBeyondTheLimitsAreRefusedWithTheirPlace() {
        assertThatThrownBy(() -> new ModelSpec.Mlp(List.of(16, 0, ModelSpec.Mlp.MOST_UNITS + 1), Activation.RELU))
                .isInstanceOfSatisfying(
                        InvalidSpecException.class,
                        refusal -> assertThat(refusal.violations())
                                .extracting(violation -> violation.pointer())
                                .containsExactly("/hidden/1", "/hidden/2"));
        assertThatThrownBy(
                        () -> new ModelSpec.Mlp(Collections.nCopies(ModelSpec.Mlp.MOST_LAYERS + 1, 4), Activation.RELU))
                .hasMessageContaining(String.valueOf(ModelSpec.Mlp.MOST_LAYERS));
        assertThatThrownBy(() -> new ModelSpec.Mlp(List.of(), Activation.RELU)).hasMessageContaining("at least 1");
    }

    private static ModelSpec mlp(Activation activation) {
        return new ModelSpec.Mlp(List.of(4), activation);
    }
}
