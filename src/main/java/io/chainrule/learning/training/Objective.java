package io.chainrule.learning.training;

import io.chainrule.engine.graph.Node;
import io.chainrule.learning.model.Forward;
import io.chainrule.learning.model.Network;
import io.chainrule.learning.model.Pass;
import java.util.List;

/// What training makes small, over a fixed number of rows, as nodes: the network, its loss and its score.
///
/// @param loss sum of the rows' losses
/// @param score sum of what [Score] counts
record Objective(Forward forward, Node targets, Node loss, Node score) {

    static Objective of(Network network, LossSpec spec, int rows, Pass pass) {
        var forward = network.forward(rows, pass);
        var scores = spec.link().scores(forward.outputs());
        var targets = forward.graph().input("targets", scores.shape());
        var loss = spec.trace(scores, targets).total();
        var score = spec instanceof LossSpec.SquaredError
                ? loss
                : Score.of(spec.task()).total(spec.link(), scores, targets);
        return new Objective(forward, targets, loss, score);
    }

    /// The gradient of the mean loss, in the order of the learned parameters.
    List<Node> gradients() {
        int rows = forward.features().shape().rows();
        return forward.graph().gradient(loss.linear(1.0 / rows, 0), forward.learned());
    }
}
