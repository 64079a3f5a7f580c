package io.chainrule.engine.graph;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Forward mode: how nodes change as inputs move, appended to their graph in one ascending loop.
///
/// There is no second table of rules. An elementwise rule multiplies what it is given by a slope, so it takes the
/// operand's tangent as well as an adjoint: the result's tangent is the sum of what its edges make of the tangents of
/// its operands. A rule that blocks, blocks here too: a branch not taken poisons nothing.
public final class Tangents {

    private final boolean[] needed;
    private final @Nullable Node[] tangents;

    private Tangents(List<Node> outputs, Map<Node, Node> directions) {
        int size = outputs.stream().mapToInt(Node::id).max().orElse(-1) + 1;
        needed = new boolean[size];
        tangents = new Node[size];
        outputs.forEach(output -> needed[output.id()] = true);
        directions.forEach((node, direction) -> {
            if (node.id() < size) {
                tangents[node.id()] = direction;
            }
        });
    }

    /// The tangents of all that the outputs are made of.
    ///
    /// @param directions how inputs move, in their own shapes; all others rest
    /// @throws IllegalArgumentException if what moves passes through a primitive that is not elementwise
    static Tangents of(Graph graph, List<Node> outputs, Map<Node, Node> directions) {
        var forward = new Tangents(outputs, directions);
        var nodes = List.copyOf(graph.nodes().subList(0, forward.needed.length));
        for (var node : nodes.reversed()) {
            if (forward.needed[node.id()]) {
                node.operands().forEach(operand -> forward.needed[operand.id()] = true);
            }
        }
        for (var node : nodes) {
            if (forward.needed[node.id()] && forward.tangents[node.id()] == null) {
                forward.tangents[node.id()] = forward.tangentOf(node);
            }
        }
        return forward;
    }

    /// How the node changes; null if it rests.
    public @Nullable Node of(Node node) {
        return node.id() < tangents.length ? tangents[node.id()] : null;
    }

    private @Nullable Node tangentOf(Node node) {
        Node sum = null;
        for (int i = 0; i < node.operands().size(); i++) {
            var tangent = tangents[node.operand(i).id()];
            if (tangent == null) {
                continue;
            }
            if (!node.primitive().isElementwise()) {
                throw new IllegalArgumentException(
                        "Tangents pass through elementwise functions, and " + node + " is none");
            }
            var part = node.primitive().contribution(i, node, tangent);
            if (part != null) {
                sum = sum == null ? part : sum.plus(part);
            }
        }
        return sum;
    }
}
