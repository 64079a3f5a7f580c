package io.chainrule.learning.training;

import io.chainrule.engine.graph.Node;
import io.chainrule.engine.plan.Plan;
import io.chainrule.learning.model.Network;
import io.chainrule.learning.model.Parameters;
import io.chainrule.learning.model.Pass;
import java.util.List;
import java.util.Map;

/// The objective of a run for any number of rows, at the live parameters that all its plans share.
record Objectives(
        Network network, LossSpec loss, boolean isWeighted, Regularization regularization, Parameters parameters) {

    Objective forRows(int rows, Pass pass) {
        return Objective.of(network, loss, isWeighted, rows, pass);
    }

    /// The gradient that an optimizer follows, in the order of the learned parameters.
    List<Node> gradients(Objective objective) {
        return objective.gradients(objective.cost(regularization));
    }

    /// @param data inputs that read arrays of the caller
    Plan plan(Objective objective, List<Node> outputs, Map<Node, double[]> data) {
        var bound = objective.forward().bound(parameters);
        bound.putAll(data);
        return Plan.of(outputs, bound);
    }

    Plan plan(Objective objective, List<Node> outputs) {
        return plan(objective, outputs, Map.of());
    }
}
