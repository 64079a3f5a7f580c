package io.chainrule.learning.model;

import io.chainrule.engine.graph.Graph;
import io.chainrule.engine.graph.Node;
import io.chainrule.engine.graph.Shape;
import io.chainrule.learning.dataset.RandomStream;
import java.util.ArrayList;
import java.util.List;

/// A model specification between a known number of inputs and outputs: its layers, parameters and forward pass.
public record Network(ModelSpec spec, int inputs, int outputs) {

    List<Dense> layers() {
        return switch (spec) {
            case ModelSpec.Linear _ -> List.of(new Dense(inputs, outputs, null));
            case ModelSpec.Mlp(var hidden, var activation) -> {
                var layers = new ArrayList<Dense>();
                int width = inputs;
                for (int units : hidden) {
                    layers.add(new Dense(width, units, activation));
                    width = units;
                }
                layers.add(new Dense(width, outputs, null));
                yield layers;
            }
        };
    }

    public long parameterCount() {
        return layers().stream().mapToLong(Dense::parameterCount).sum();
    }

    /// Multiply-adds that a forward pass spends on each row.
    public long multiplyAdds() {
        return layers().stream().mapToLong(Dense::multiplyAdds).sum();
    }

    /// Multiply-adds that forward and backward pass spend on each row: backward, every layer multiplies twice, but
    /// nothing flows into the features.
    public long multiplyAddsOfGradient() {
        return 3 * multiplyAdds() - layers().getFirst().multiplyAdds();
    }

    /// Values that a forward pass keeps for each row: the inputs, and every layer's sums and activations.
    public long valuesPerRow() {
        return inputs
                + layers().stream()
                        .mapToLong(layer -> (layer.activation() == null ? 1L : 2L) * layer.units())
                        .sum();
    }

    /// Parameters of the right names and shapes, all 0.
    public Parameters zeros() {
        var tensors = new ArrayList<Tensor>();
        for (var layer : layers()) {
            var name = "layers." + tensors.size() / 2;
            tensors.add(Tensor.zeros(name + ".weights", layer.inputs(), layer.units()));
            tensors.add(Tensor.zeros(name + ".biases", 1, layer.units()));
        }
        return new Parameters(tensors);
    }

    /// Parameters to start training from: weights drawn in layer order, biases 0.
    public Parameters initialized(Initialization initialization, RandomStream random) {
        var parameters = zeros();
        var tensors = parameters.tensors();
        for (int i = 0; i < tensors.size(); i += 2) {
            var weights = tensors.get(i);
            initialization.fill(weights.values(), weights.rows(), weights.columns(), random);
        }
        return parameters;
    }

    /// Traces the forward pass over a fixed number of rows into a graph of its own.
    public Forward forward(int rows) {
        var graph = new Graph();
        var features = graph.input("features", new Shape(rows, inputs));
        var parameters = new ArrayList<Node>();
        var outputs = features;
        for (var layer : layers()) {
            var name = "layers." + parameters.size() / 2;
            var weights = graph.input(name + ".weights", new Shape(layer.inputs(), layer.units()));
            var biases = graph.input(name + ".biases", Shape.row(layer.units()));
            parameters.add(weights);
            parameters.add(biases);
            outputs = layer.trace(outputs, weights, biases);
        }
        return new Forward(features, parameters, outputs);
    }
}
