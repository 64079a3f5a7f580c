package io.chainrule.learning.model;

import io.chainrule.engine.graph.Node;
import org.jspecify.annotations.Nullable;

/// A layer in which every unit sees every input; the last one of a network has no activation.
record Dense(int inputs, int units, @Nullable Activation activation) {

    long parameterCount() {
        return (long) inputs * units + units;
    }

    long multiplyAdds() {
        return (long) inputs * units;
    }

    Node trace(Node inputs, Node weights, Node biases) {
        var sums = inputs.affine(weights, biases);
        return activation == null ? sums : activation.of(sums);
    }
}
