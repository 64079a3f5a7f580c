package io.chainrule.learning.model;

import io.chainrule.engine.graph.Graph;
import io.chainrule.engine.graph.Node;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The forward pass of a network over a fixed number of rows, as nodes of one graph.
///
/// @param features rows×inputs
/// @param parameters inputs of the graph, in the order of [Parameters#tensors]
/// @param learned those among them that an optimizer changes
/// @param weights those among the learned ones that can be kept small
/// @param outputs rows×outputs: scores of the classes, or values
/// @param masks to be drawn before each run
/// @param statistics to be followed after each run
public record Forward(
        Node features,
        List<Node> parameters,
        List<Node> learned,
        List<Node> weights,
        Node outputs,
        List<DropoutMask> masks,
        List<BatchStatistics> statistics) {

    public Forward {
        parameters = List.copyOf(parameters);
        learned = List.copyOf(learned);
        weights = List.copyOf(weights);
        masks = List.copyOf(masks);
        statistics = List.copyOf(statistics);
    }

    public Graph graph() {
        return outputs.graph();
    }

    /// Lets a plan of this graph use the live arrays of `values`.
    public Map<Node, double[]> bound(Parameters values) {
        var bound = new HashMap<Node, double[]>();
        for (int i = 0; i < parameters.size(); i++) {
            bound.put(parameters.get(i), values.tensors().get(i).values());
        }
        return bound;
    }
}
