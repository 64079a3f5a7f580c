package io.chainrule.learning.model;

import io.chainrule.engine.expression.Expression;
import io.chainrule.engine.expression.NearestName;
import io.chainrule.learning.specification.Choice;
import io.chainrule.learning.specification.InvalidSpecException;
import io.chainrule.learning.specification.Setting;
import io.chainrule.learning.specification.Settings;
import io.chainrule.learning.specification.Violation;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

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
                    maxLimit = WIDTH_LIMIT,
                    least = 1,
                    most = MOST_LAYERS,
                    mostLimit = "model.layers",
                    example = "[64, 64]")
            List<Integer> hidden,

            @Setting(help = "What each hidden unit makes of its weighted sum", byDefault = "\"relu\"")
            Activation activation)
            implements ModelSpec {

        /// What can be borne at all: as many dense layers as fit into [Layers].
        public static final int MOST_LAYERS = 64;

        /// What can be borne at all.
        public static final int MOST_UNITS = 1 << 16;

        static final String WIDTH_LIMIT = "model.width";

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

        public Layers {
            Settings.require(Layers.class, layers);
            layers = List.copyOf(layers);
        }

        /// Those with weights.
        public int dense() {
            return (int)
                    layers.stream().filter(LayerSpec.Dense.class::isInstance).count();
        }

        private boolean isRectifying() {
            return layers.stream()
                    .anyMatch(layer -> layer instanceof LayerSpec.Elementwise elementwise
                            && elementwise.activation().isRectifying());
        }
    }

    /// A formula that somebody wrote; it has one output.
    @Choice(value = "expression", help = "Any differentiable formula of columns and of parameters that are learned")
    record ExpressionModel(
            @Setting(help = "The prediction, of columns and parameters", example = "\"b1*(1-exp(-b2*x))\"")
            Expression expression,

            @Setting(
                    help = "Where each parameter starts; all other names in the expression are columns",
                    least = 1,
                    example = "{\"b1\": 500, \"b2\": 0.0001}")
            Map<String, Double> parameters)
            implements ModelSpec {

        public ExpressionModel {
            Settings.require(ExpressionModel.class, expression, parameters);
            parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
            var violations = new ArrayList<Violation>();
            var names = expression.variables();
            for (var parameter : parameters.keySet()) {
                if (!names.contains(parameter)) {
                    var meant = NearestName.of(parameter, names).map("; did you mean %s?"::formatted);
                    violations.add(new Violation(
                            Violation.pointer("parameters", parameter),
                            "%s does not occur in the expression, so there is nothing to learn of it%s"
                                    .formatted(parameter, meant.orElse(""))));
                }
            }
            if (parameters.keySet().containsAll(names)) {
                violations.add(new Violation(
                        "/expression",
                        "All names of the expression are parameters; it needs a column to predict from"));
            }
            if (!violations.isEmpty()) {
                throw new InvalidSpecException(violations);
            }
        }

        /// The names of the columns it is made of, in order of appearance: the features, in their order.
        public List<String> columns() {
            return expression.variables().stream()
                    .filter(name -> !parameters.containsKey(name))
                    .toList();
        }
    }

    /// How weights start unless the specification says otherwise; null if nothing starts at random.
    default @Nullable Initialization initialization() {
        return switch (this) {
            case Linear _ -> Initialization.of(Initialization.Weights.SMALL_NORMAL);
            case Mlp mlp -> Initialization.before(mlp.activation().isRectifying());
            case Layers layers -> Initialization.before(layers.isRectifying());
            case ExpressionModel _ -> null;
        };
    }
}
