package io.chainrule.engine.graph;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The backward pass of one output, appended to its graph: the adjoint of every node between the output and what it is
/// differentiated by, and the contribution of every edge.
///
/// What depends on `wrt` is marked first and nothing else is visited, so that a NaN slope towards a constant poisons
/// nothing. Behind a primitive that chooses among its operands, contributions pass only where the choice let the
/// operand through: a branch not taken cannot make NaN out of 0·∞.
public final class Adjoints {

    private final boolean[] reached;
    private final @Nullable Node[] adjoints;
    private final @Nullable Node[] openings; // where a node matters; null = everywhere
    private final @Nullable Node[][] contributions;

    private Adjoints(Node output, List<Node> wrt) {
        int size = output.id() + 1;
        this.reached = reached(output, wrt);
        this.adjoints = new Node[size];
        this.openings = new Node[size];
        this.contributions = new Node[size][];
    }

    static Adjoints of(Node output, List<Node> wrt) {
        var backward = new Adjoints(output, wrt);
        var nodes = List.copyOf(output.graph().nodes().subList(0, output.id() + 1));
        backward.adjoints[output.id()] = output.constant(1);
        for (int id = output.id(); id >= 0; id--) {
            var adjoint = backward.adjoints[id];
            if (backward.reached[id] && adjoint != null) {
                backward.passOn(nodes.get(id), adjoint);
            }
        }
        return backward;
    }

    /// Whether the output depends on `wrt` through this node, or the node is one of them.
    public boolean reaches(Node node) {
        return node.id() < reached.length && reached[node.id()];
    }

    /// The derivative of the output's sum by this node; null if nothing flows to it.
    public @Nullable Node of(Node node) {
        return reaches(node) ? adjoints[node.id()] : null;
    }

    /// What the edge to a consumer contributes to its operand's adjoint; null where nothing flows.
    public @Nullable Node contribution(Node consumer, int position) {
        var ofConsumer = consumer.id() < contributions.length ? contributions[consumer.id()] : null;
        return ofConsumer == null ? null : ofConsumer[position];
    }

    /// The contribution that an adjoint of 1 would make, appended to the graph; null where the slope is zero
    /// everywhere.
    public @Nullable Node localDerivative(Node consumer, int position) {
        return consumer.primitive().contribution(position, consumer, consumer.constant(1));
    }

    private static boolean[] reached(Node output, List<Node> wrt) {
        var reached = new boolean[output.id() + 1];
        for (var node : wrt) {
            if (node.id() < reached.length) {
                reached[node.id()] = true;
            }
        }
        var nodes = output.graph().nodes();
        for (int id = 0; id < reached.length; id++) {
            for (var operand : nodes.get(id).operands()) {
                reached[id] |= reached[operand.id()];
            }
        }
        return reached;
    }

    private void passOn(Node node, Node adjoint) {
        var opening = openings[node.id()];
        var edges = new Node[node.operands().size()];
        for (int i = 0; i < edges.length; i++) {
            var operand = node.operand(i);
            if (!reached[operand.id()]) {
                continue;
            }
            var contribution = node.primitive().contribution(i, node, adjoint);
            if (contribution != null) {
                edges[i] = opening == null ? contribution : contribution.gate(opening);
                receive(operand, edges[i], openingOf(node, i, opening));
            }
        }
        contributions[node.id()] = edges;
    }

    private void receive(Node operand, Node contribution, @Nullable Node opening) {
        int id = operand.id();
        var sum = adjoints[id];
        var other = openings[id];
        adjoints[id] = sum == null ? contribution : sum.plus(contribution);
        if (sum == null) {
            openings[id] = opening;
        } else {
            openings[id] = other == null || opening == null ? null : other.apply(Several.MAX, opening);
        }
    }

    /// Where an operand matters through this edge; asked only where its own rule works element by element.
    private static @Nullable Node openingOf(Node node, int position, @Nullable Node outer) {
        if (!node.operand(position).primitive().isElementwise()) {
            return null;
        }
        var own = node.primitive().opening(position, node);
        if (own == null || outer == null) {
            return own == null ? outer : own;
        }
        return own.gate(outer);
    }
}
