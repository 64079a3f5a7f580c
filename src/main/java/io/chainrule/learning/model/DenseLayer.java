package io.chainrule.learning.model;

import io.chainrule.engine.graph.Node;
import java.util.List;

/// A layer in which every unit sees every input.
record DenseLayer(int inputs, int units) implements Layer {

    @Override
    public List<TensorSpec> tensors() {
        return List.of(
                TensorSpec.weights("weights", inputs, units), TensorSpec.row("biases", TensorRole.BIASES, units, 0));
    }

    @Override
    public long multiplyAdds() {
        return (long) inputs * units;
    }

    @Override
    public long valuesPerRow() {
        return units;
    }

    @Override
    public double nanosecondsPerRow() {
        return 0;
    }

    @Override
    public Node trace(Node inputs, List<Node> tensors, Tracing tracing) {
        return inputs.affine(tensors.getFirst(), tensors.getLast());
    }
}
