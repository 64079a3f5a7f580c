package io.chainrule.engine.graph;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// Append-only record of a computation. Appending keeps it in topological order: operands stand before their consumers.
public final class Graph {

    private final List<Node> nodes = new ArrayList<>();

    /// Values that are provided for each run.
    public Node input(String name, Shape shape) {
        return append(new Source.Input(name), shape, List.of());
    }

    public Node constant(double value) {
        return constant(value, Shape.scalar());
    }

    /// The same value in every element.
    public Node constant(double value, Shape shape) {
        return append(new Source.Constant(value), shape, List.of());
    }

    /// Appends exactly one node.
    ///
    /// @throws ShapeMismatchException if the operands do not fit the primitive
    public Node apply(Primitive primitive, Node... operands) {
        return apply(primitive, List.of(operands));
    }

    /// Appends exactly one node.
    public Node apply(Primitive primitive, List<Node> operands) {
        var shape = primitive.shape(Node.shapes(operands));
        return append(primitive, shape, List.copyOf(operands));
    }

    /// All nodes, in the order they were appended.
    public List<Node> nodes() {
        return Collections.unmodifiableList(nodes);
    }

    /// The derivatives of the output's sum by each of `wrt`, as nodes; zeros where nothing flows.
    public List<Node> gradient(Node output, List<Node> wrt) {
        var adjoints = adjoints(output, wrt);
        return wrt.stream()
                .map(node -> Objects.requireNonNullElseGet(adjoints.of(node), () -> node.constant(0)))
                .toList();
    }

    /// The derivative of the output's sum by `wrt`.
    public Node gradient(Node output, Node wrt) {
        return gradient(output, List.of(wrt)).getFirst();
    }

    /// Every adjoint and contribution between the output and `wrt`.
    public Adjoints adjoints(Node output, List<Node> wrt) {
        return Adjoints.of(output, wrt);
    }

    /// How these nodes change as inputs move: forward mode, from the rules of the backward pass.
    ///
    /// @param directions how inputs move, in their own shapes; all others rest
    /// @throws IllegalArgumentException if what moves passes through a primitive that is not elementwise
    public Tangents tangents(List<Node> outputs, Map<Node, Node> directions) {
        return Tangents.of(this, outputs, directions);
    }

    private Node append(Primitive primitive, Shape shape, List<Node> operands) {
        var node = new Node(this, nodes.size(), primitive, shape, operands);
        nodes.add(node);
        return node;
    }
}
