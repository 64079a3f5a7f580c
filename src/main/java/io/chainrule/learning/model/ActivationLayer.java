package io.chainrule.learning.model;

import io.chainrule.engine.graph.Node;
import java.util.List;

/// A layer that applies one function to every input.
record ActivationLayer(Activation activation, int units) implements Layer {

    @Override
    public List<TensorSpec> tensors() {
        return List.of();
    }

    @Override
    public long multiplyAdds() {
        return 0;
    }

    @Override
    public long valuesPerRow() {
        return units;
    }

    @Override
    public double nanosecondsPerRow() {
        return units * activation.nanoseconds();
    }

    @Override
    public Node trace(Node inputs, List<Node> tensors, Tracing tracing) {
        return activation.of(inputs);
    }
}
