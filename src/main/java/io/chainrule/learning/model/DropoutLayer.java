package io.chainrule.learning.model;

import io.chainrule.engine.graph.Node;
import java.util.List;

/// A layer that hides a random share of its inputs while it trains, and makes the others larger in return, so
/// that their expected sum stays the same (Srivastava et al. 2014, in the inverted form).
record DropoutLayer(double rate, int units) implements Layer {

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
        return 2L * units;
    }

    @Override
    public double nanosecondsPerRow() {
        return 5.0 * units; // a random number each
    }

    @Override
    public Node trace(Node inputs, List<Node> tensors, Tracing tracing) {
        return rate > 0 && tracing.isTraining() ? inputs.times(tracing.mask(inputs.shape(), rate)) : inputs;
    }
}
