package io.chainrule.learning.training;

import io.chainrule.engine.graph.Node;
import io.chainrule.engine.graph.Shape;
import io.chainrule.learning.model.Forward;
import io.chainrule.learning.model.Network;
import io.chainrule.learning.model.Pass;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What training makes small, over a fixed number of rows, as nodes: the network, its loss and its score.
///
/// @param weights how much each row's loss counts, rows×1; null if all count 1
/// @param loss weighted sum of the rows' losses
/// @param score sum of what [Score] counts
record Objective(Forward forward, Node targets, @Nullable Node weights, Node loss, Node score) {

    static Objective of(Network network, LossSpec spec, boolean isWeighted, int rows, Pass pass) {
        var forward = network.forward(rows, pass);
        var scores = spec.link().scores(forward.outputs());
        var targets = forward.graph().input("targets", scores.shape());
        var weights = isWeighted ? forward.graph().input("weights", Shape.column(rows)) : null;
        var losses = spec.trace(scores, targets);
        var loss = (weights == null ? losses : losses.times(weights)).total();
        var score = spec instanceof LossSpec.SquaredError && weights == null
                ? loss
                : Score.of(spec.task()).total(spec.link(), scores, targets);
        return new Objective(forward, targets, weights, loss, score);
    }

    /// The mean loss, and what is added to it for the size of the weights.
    Node cost(Regularization regularization) {
        int rows = forward.features().shape().rows();
        return regularization.added(loss.linear(1.0 / rows, 0), forward.weights());
    }

    /// The gradient of a cost, in the order of the learned parameters.
    List<Node> gradients(Node cost) {
        return forward.graph().gradient(cost, forward.learned());
    }
}
