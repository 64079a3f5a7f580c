package io.chainrule.engine.expression;

import io.chainrule.engine.graph.Graph;
import io.chainrule.engine.graph.Node;
import io.chainrule.engine.graph.Shape;
import io.chainrule.engine.graph.Unary;
import io.chainrule.engine.plan.Plan;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// An expression as the first nodes of a graph, exactly as it was written: one node an operator, call or constant in
/// evaluation order, nothing folded or rewritten. Only variables are shared.
public final class Trace {

    private final Graph graph = new Graph();
    private final Shape shape;
    private final Map<String, Node> inputs = new LinkedHashMap<>();
    private final List<Written> written = new ArrayList<>();
    private final Node output;

    /// What a node is in the text; variables may stand in several places.
    public record Written(String op, String label, List<Span> spans) {}

    private Trace(Expression expression, Shape shape) {
        this.shape = shape;
        output = expression.fold(this::append);
    }

    /// For one point.
    public static Trace of(Expression expression) {
        return new Trace(expression, Shape.scalar());
    }

    /// For so many points at once: every node is a column.
    public static Trace of(Expression expression, int rows) {
        return new Trace(expression, Shape.column(rows));
    }

    public Graph graph() {
        return graph;
    }

    public Node output() {
        return output;
    }

    /// The nodes that the expression has, their ids counting from 0.
    public List<Node> nodes() {
        return List.copyOf(graph.nodes().subList(0, written.size()));
    }

    /// What each of the nodes is in the text.
    public List<Written> written() {
        return written;
    }

    /// The nodes of these names; one that the expression does not mention becomes an input beside it.
    public List<Node> inputs(List<String> names) {
        return names.stream()
                .map(name -> inputs.computeIfAbsent(name, _ -> graph.input(name, shape)))
                .toList();
    }

    /// The names of all inputs, in order of appearance.
    public List<String> names() {
        return List.copyOf(inputs.keySet());
    }

    /// A plan that has run at these values of the variables.
    public Plan run(List<Node> outputs, Map<String, Double> at) {
        var plan = Plan.of(outputs, Map.of());
        inputs.forEach((name, node) -> plan.with(node, Objects.requireNonNull(at.get(name))));
        return plan.run();
    }

    private Node append(Expression part, List<Node> operands) {
        return switch (part) {
            case Expression.Literal literal ->
                write("constant", Numeral.print(literal.value()), part, graph.constant(literal.value(), shape));
            case Expression.Constant named ->
                write(
                        "constant",
                        named.constant().symbol(),
                        part,
                        graph.constant(named.constant().value(), shape));
            case Expression.Variable variable -> input(variable);
            case Expression.Negation _ -> write("neg", "-", part, graph.apply(Unary.NEG, operands));
            case Expression.Operation operation -> {
                var operator = operation.operator();
                yield write(operator.key(), operator.symbol(), part, graph.apply(operator.function(), operands));
            }
            case Expression.Call call ->
                write(call.function().key(), call.function().key(), part, graph.apply(call.function(), operands));
        };
    }

    private Node input(Expression.Variable variable) {
        var known = inputs.get(variable.name());
        if (known != null) {
            written.get(known.id()).spans().add(variable.span());
            return known;
        }
        var node = write("variable", variable.name(), variable, graph.input(variable.name(), shape));
        inputs.put(variable.name(), node);
        return node;
    }

    private Node write(String op, String label, Expression part, Node node) {
        written.add(new Written(op, label, new ArrayList<>(List.of(part.span()))));
        return node;
    }
}
