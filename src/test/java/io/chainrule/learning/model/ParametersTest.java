package io.chainrule.learning.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chainrule.learning.dataset.RandomStream;
import java.util.List;
import org.junit.jupiter.api.Test;

class ParametersTest {

    private final Network network = new Network(new ModelSpec.Mlp(List.of(3), Activation.TANH), 2, 4);

    @Test
    void tensorsAreNamedInLayerOrderWithARowAnInputAndAColumnAUnit() {
        assertThat(network.shaped().tensors())
                .extracting(tensor -> "%s %d×%d".formatted(tensor.name(), tensor.rows(), tensor.columns()))
                .containsExactly(
                        "layers.0.weights 2×3", "layers.0.biases 1×3", "layers.1.weights 3×4", "layers.1.biases 1×4");
        assertThat(network.parameterCount())
                .isEqualTo(25)
                .isEqualTo(network.shaped().count());
    }

    @Test
    void bytesAreLittleEndianAndBringTheSameBitsBack() {
        var parameters = initialized(1);
        var last = parameters.tensor("layers.1.biases").values();
        last[2] = Double.NaN;
        last[3] = -0.0;
        var bytes = parameters.toBytes();

        assertThat(bytes).hasSize(25 * 8).endsWith(0, 0, 0, 0, 0, 0, 0, 0x80);
        var read = network.shaped().withBytes(bytes);
        assertThat(read.toBytes()).isEqualTo(bytes);
        assertThat(read.hash()).isEqualTo(parameters.hash());
        assertThat(read.tensor("layers.0.weights").values())
                .containsExactly(parameters.tensor("layers.0.weights").values());
    }

    @Test
    void bytesOfAnotherNetworkAreRefused() {
        assertThatThrownBy(() -> network.shaped().withBytes(new byte[24 * 8])).hasMessageContaining("25 parameters");
    }

    @Test
    void hashIsThatOfTheBytes() {
        // printf '\0\0\0\0\0\0\xf0\x3f\0\0\0\0\0\0\0\xc0' | sha256sum
        var parameters = new Network(new ModelSpec.Linear(), 1, 1).shaped();
        parameters.arrays()[0][0] = 1;
        parameters.arrays()[1][0] = -2;

        assertThat(parameters.hash())
                .isEqualTo("sha256:7886fe67ba4484d889aa8ec41f0b242f914fbf6bae1be2ed23f56a007e3547b0");
    }

    @Test
    void copyIsIndependent() {
        var parameters = initialized(1);
        var copy = parameters.copy();
        var before = copy.hash();
        parameters.arrays()[0][0] += 1;

        assertThat(copy.hash()).isEqualTo(before).isNotEqualTo(parameters.hash());
    }

    @Test
    void seedDeterminesTheWeights() {
        assertThat(initialized(1).hash())
                .isEqualTo(initialized(1).hash())
                .isNotEqualTo(initialized(2).hash());
    }

    private Parameters initialized(long seed) {
        return network.initialized(network.spec().initialization(), RandomStream.of(seed, Initialization.STREAM));
    }
}
