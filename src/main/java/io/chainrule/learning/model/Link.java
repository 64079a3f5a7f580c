package io.chainrule.learning.model;

import io.chainrule.engine.graph.Node;
import io.chainrule.learning.specification.Choice;

/// How the outputs of a network become predictions.
public enum Link {
    @Choice(help = "One score a class becomes the probability of each")
    SOFTMAX,
    @Choice(help = "The output is the prediction")
    IDENTITY;

    Node of(Node outputs) {
        return switch (this) {
            case SOFTMAX -> outputs.softmax();
            case IDENTITY -> outputs;
        };
    }
}
