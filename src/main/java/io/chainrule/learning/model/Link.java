package io.chainrule.learning.model;

import io.chainrule.engine.graph.Node;
import io.chainrule.learning.specification.Choice;

/// How the outputs of a network become scores, and scores predictions.
public enum Link {
    @Choice(help = "One score a class becomes the probability of each")
    SOFTMAX,
    @Choice(help = "One score becomes the probability of the second of two classes")
    LOGIT,
    @Choice(help = "The output is the prediction")
    IDENTITY,
    @Choice(help = "The output is the logarithm of the prediction")
    EXPONENTIAL;

    /// How many outputs a network needs.
    ///
    /// @param targets classes, or values
    public int outputs(int targets) {
        return this == LOGIT ? 1 : targets;
    }

    /// A score for each class, or the output itself. With one score for two classes, that of the first is 0.
    public Node scores(Node outputs) {
        return this == LOGIT ? outputs.asColumn(1, 2) : outputs;
    }

    /// Probabilities of the classes, or values.
    public Node of(Node scores) {
        return switch (this) {
            case SOFTMAX, LOGIT -> scores.softmax();
            case IDENTITY -> scores;
            case EXPONENTIAL -> scores.exp();
        };
    }
}
