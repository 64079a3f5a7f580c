package io.chainrule.learning.model;

import io.chainrule.engine.graph.Graph;
import io.chainrule.engine.graph.Node;
import io.chainrule.engine.graph.Shape;
import io.chainrule.learning.dataset.RandomStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A model specification between a known number of inputs and outputs: its layers, parameters and forward pass.
public record Network(ModelSpec spec, int inputs, int outputs) {

    List<Layer> layers() {
        return switch (spec) {
            case ModelSpec.Linear _ -> stacked(List.of());
            case ModelSpec.Mlp mlp -> stacked(mlp.layers());
            case ModelSpec.Layers(var hidden) -> stacked(hidden);
            case ModelSpec.ExpressionModel formula -> List.of(new FormulaLayer(formula));
        };
    }

    private List<Layer> stacked(List<LayerSpec> hidden) {
        var layers = new ArrayList<Layer>();
        int width = inputs;
        for (var spec : hidden) {
            var layer = layer(spec, width);
            layers.add(layer);
            width = layer.units();
        }
        layers.add(new DenseLayer(width, outputs));
        return layers;
    }

    private static Layer layer(LayerSpec spec, int width) {
        return switch (spec) {
            case LayerSpec.Dense(int units) -> new DenseLayer(width, units);
            case LayerSpec.Dropout(double rate) -> new DropoutLayer(rate, width);
            case LayerSpec.BatchNorm norm -> new NormalizationLayer(norm, width);
            case LayerSpec.Elementwise elementwise -> new ActivationLayer(elementwise.activation(), width);
        };
    }

    /// Whether some layer does in training what it does not do afterwards.
    public boolean differsInTraining() {
        return layers().stream()
                .anyMatch(layer -> layer instanceof DropoutLayer || layer instanceof NormalizationLayer);
    }

    /// How many numbers are learned.
    public long parameterCount() {
        return tensors().stream()
                .filter(tensor -> tensor.role().isLearned())
                .mapToLong(TensorSpec::count)
                .sum();
    }

    /// Multiply-adds that a forward pass spends on each row.
    public long multiplyAdds() {
        return layers().stream().mapToLong(Layer::multiplyAdds).sum();
    }

    /// Multiply-adds that forward and backward pass spend on each row: backward, every layer multiplies twice, but
    /// nothing flows into the features.
    public long multiplyAddsOfGradient() {
        long first = layers().stream()
                .mapToLong(Layer::multiplyAdds)
                .filter(products -> products > 0)
                .findFirst()
                .orElse(0);
        return 3 * multiplyAdds() - first;
    }

    /// Values that a forward pass keeps for each row: the inputs, and what every layer makes of them.
    public long valuesPerRow() {
        return inputs + layers().stream().mapToLong(Layer::valuesPerRow).sum();
    }

    /// What its functions take for each row, forward and backward together, roughly.
    public double nanosecondsPerRow() {
        return layers().stream().mapToDouble(Layer::nanosecondsPerRow).sum();
    }

    /// Parameters of the right names and shapes, all weights 0.
    public Parameters shaped() {
        return new Parameters(tensors().stream().map(Tensor::of).toList());
    }

    private List<TensorSpec> tensors() {
        return tensorsByLayer().stream().flatMap(List::stream).toList();
    }

    /// Layers are numbered among those that have tensors; the parameters of a formula have names of their own.
    private List<List<TensorSpec>> tensorsByLayer() {
        var all = new ArrayList<List<TensorSpec>>();
        int number = 0;
        for (var layer : layers()) {
            var name = "layers." + number;
            all.add(
                    layer instanceof FormulaLayer formula
                            ? formula.tensors()
                            : layer.tensors().stream()
                                    .map(tensor -> tensor.in(name))
                                    .toList());
            number += layer.tensors().isEmpty() ? 0 : 1;
        }
        return all;
    }

    /// Parameters to start training from: weights drawn in layer order, all others where their layer says.
    ///
    /// @param initialization null if there are no weights
    public Parameters initialized(@Nullable Initialization initialization, RandomStream random) {
        var parameters = shaped();
        for (var tensor : parameters.tensors()) {
            if (initialization != null && tensor.role() == TensorRole.WEIGHTS) {
                initialization.fill(tensor.values(), tensor.rows(), tensor.columns(), random);
            }
        }
        return parameters;
    }

    /// Traces a forward pass over a fixed number of rows into a graph of its own.
    public Forward forward(int rows, Pass pass) {
        var graph = new Graph();
        var features = graph.input("features", new Shape(rows, inputs));
        var tracing = new Tracing(graph, pass);
        var parameters = new ArrayList<Node>();
        var learned = new ArrayList<Node>();
        var weights = new ArrayList<Node>();
        var outputs = features;
        var tensors = tensorsByLayer().iterator();
        for (var layer : layers()) {
            var nodes = new ArrayList<Node>();
            for (var tensor : tensors.next()) {
                var node = graph.input(tensor.name(), tensor.shape());
                nodes.add(node);
                if (tensor.role().isLearned()) {
                    learned.add(node);
                }
                if (tensor.role() == TensorRole.WEIGHTS) {
                    weights.add(node);
                }
            }
            parameters.addAll(nodes);
            outputs = layer.trace(outputs, nodes, tracing);
        }
        return new Forward(features, parameters, learned, weights, outputs, tracing.masks(), tracing.statistics());
    }
}
