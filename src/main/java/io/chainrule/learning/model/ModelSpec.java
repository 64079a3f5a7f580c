package io.chainrule.learning.model;

import io.chainrule.learning.specification.Choice;
import io.chainrule.learning.specification.InvalidSpecException;
import io.chainrule.learning.specification.Setting;
import io.chainrule.learning.specification.Settings;
import java.util.List;

/// Which function of the features is to be fitted.
public sealed interface ModelSpec {

    /// The scores are linear in the features: classes are told apart by straight lines.
    @Choice(value = "linear", help = "Weights times features plus biases; tells classes apart by straight lines")
    record Linear() implements ModelSpec {}

    /// Dense layers with one activation between them; the output layer is added.
    @Choice(value = "mlp", help = "Multilayer perceptron: dense hidden layers, then an output layer that is added")
    record Mlp(
            @Setting(
                    help = "Units of each hidden layer, from the features on",
                    byDefault = "[16, 16]",
                    min = 1,
                    max = MOST_UNITS,
                    least = 1,
                    most = MOST_LAYERS,
                    example = "[64, 64]")
            List<Integer> hidden,

            @Setting(help = "What each hidden unit makes of its weighted sum", byDefault = "\"relu\"")
            Activation activation)
            implements ModelSpec {

        public static final int MOST_LAYERS = 16;
        public static final int MOST_UNITS = 4096;

        public Mlp {
            Settings.require(Mlp.class, hidden, activation);
            hidden = List.copyOf(hidden);
        }

        /// The same, layer by layer.
        List<LayerSpec> layers() {
            return hidden.stream()
                    .<LayerSpec>mapMulti((units, layers) -> {
                        layers.accept(new LayerSpec.Dense(units));
                        layers.accept(LayerSpec.Elementwise.of(activation));
                    })
                    .toList();
        }
    }

    /// Layers one after the other; the output layer is added.
    @Choice(value = "layers", help = "Layers of your choice one after the other; the output layer is added")
    record Layers(
            @Setting(
                    help = "From the features on",
                    least = 1,
                    most = MOST_LAYERS,
                    example = "[{\"type\": \"dense\", \"units\": 16}, \"relu\"]")
            List<LayerSpec> layers)
            implements ModelSpec {

        public static final int MOST_LAYERS = 64;
        private static final int MOST_DENSE = Mlp.MOST_LAYERS;

        public Layers {
            Settings.require(Layers.class, layers);
            layers = List.copyOf(layers);
            long dense =
                    layers.stream().filter(LayerSpec.Dense.class::isInstance).count();
            if (dense > MOST_DENSE) {
                throw new InvalidSpecException(
                        "/layers", "A model has at most %d dense layers but got %d".formatted(MOST_DENSE, dense));
            }
        }

        private boolean isRectifying() {
            return layers.stream()
                    .anyMatch(layer -> layer instanceof LayerSpec.Elementwise elementwise
                            && elementwise.activation().isRectifying());
        }
    }

    /// How weights start unless the specification says otherwise.
    default Initialization initialization() {
        return Initialization.of(
                switch (this) {
                    case Linear _ -> Initialization.Weights.SMALL_NORMAL;
                    case Layers layers ->
                        layers.isRectifying() ? Initialization.Weights.HE : Initialization.Weights.GLOROT;
                    case Mlp mlp ->
                        mlp.activation().isRectifying() ? Initialization.Weights.HE : Initialization.Weights.GLOROT;
                });
    }
}
