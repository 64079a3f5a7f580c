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
/// @param outputs rows×outputs: scores of the classes, or values
public record Forward(Node features, List<Node> parameters, Node outputs) {

    public Forward {
        parameters = List.copyOf(parameters);
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
