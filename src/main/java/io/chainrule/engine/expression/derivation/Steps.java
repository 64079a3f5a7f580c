package io.chainrule.engine.expression.derivation;

import static java.util.stream.Collectors.groupingBy;

import io.chainrule.engine.expression.ExplainedGraph;
import io.chainrule.engine.expression.ExplainedGraph.Edge;
import io.chainrule.engine.expression.ExplainedGraph.Node;
import io.chainrule.engine.expression.Numeral;
import io.chainrule.engine.graph.Binary;
import io.chainrule.engine.graph.Function;
import io.chainrule.engine.graph.Several;
import io.chainrule.engine.graph.Unary;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// Both passes, one step an operation or a contribution, in the order in which they are computed.
public final class Steps {

    private static final int SPELLED_OPERANDS = 4;

    private final ExplainedGraph graph;
    private final Map<String, String> rules = new HashMap<>();
    private final Map<Integer, Double> gradients = new HashMap<>();

    private Steps(ExplainedGraph graph) {
        this.graph = graph;
    }

    /// The forward pass in evaluation order, then the backward pass from the output on.
    public static List<Step> of(ExplainedGraph graph) {
        var steps = new Steps(graph);
        var all = new ArrayList<Step>();
        for (var node : graph.nodes()) {
            node.function().ifPresent(function -> all.add(steps.forward(node, function)));
        }
        var entering = graph.edges().stream().collect(groupingBy(Edge::to));
        for (var node : graph.nodes().reversed()) {
            for (var edge : entering.getOrDefault(node.id(), List.of())) {
                steps.backward(node, edge, all);
            }
        }
        return all;
    }

    private Step forward(Node node, Function function) {
        var operands = graph.operands(node);
        var names = node.inputs().stream().map(this::name).toList();
        return new Step.Forward(
                node.id(),
                node.spelled(names),
                Meaning.of(function).help(),
                operands,
                node.value(),
                "%s = %s".formatted(node.written(operands), Numeral.print(node.value())));
    }

    private String name(int id) {
        var node = graph.nodes().get(id);
        return node.inputs().isEmpty() ? node.label() : "v" + id;
    }

    private void backward(Node node, Edge edge, List<Step> steps) {
        var slope = edge.localDerivative();
        var contribution = edge.contribution();
        var upstream = node.gradient();
        if (slope == null || contribution == null || upstream == null) {
            return;
        }
        double gradient = gradients.merge(edge.from(), contribution, Double::sum);
        var function = node.function().orElseThrow();
        steps.add(new Step.Backward(
                node.id(),
                edge,
                rule(node, function, edge.position()),
                explanation(function, edge.position()),
                upstream,
                slope,
                contribution,
                gradient,
                arithmetic(upstream, slope, contribution)));
    }

    private static String arithmetic(double upstream, double slope, double contribution) {
        boolean isBlocked = contribution == 0 && !(upstream * slope == 0);
        return isBlocked
                ? "0, since the branch was not taken"
                : "%s*%s = %s"
                        .formatted(
                                Numeral.print(upstream),
                                slope < 0 ? "(" + Numeral.print(slope) + ")" : Numeral.print(slope),
                                Numeral.print(contribution));
    }

    /// Operands are a, b, c, …, but a constant exponent, which has a rule of its own, stands as it is.
    private String rule(Node node, Function function, int position) {
        int count = node.inputs().size();
        if (count > SPELLED_OPERANDS) {
            return "d(%s(…))/da with a as operand %d of %d".formatted(node.label(), position + 1, count);
        }
        var names = IntStream.range(0, count)
                .mapToObj(i -> String.valueOf((char) ('a' + i)))
                .toArray(String[]::new);
        if (function == Binary.POW
                && graph.nodes().get(node.inputs().getLast()).op().equals("constant")) {
            names[1] = graph.nodes().get(node.inputs().getLast()).label();
        }
        var operands = List.of(names);
        return rules.computeIfAbsent(
                node.op() + operands + position,
                _ -> "d(%s)/d%s = %s"
                        .formatted(
                                node.spelled(operands),
                                names[position],
                                SlopeRules.of(function, operands, position).print()));
    }

    private static String explanation(Function function, int position) {
        return switch (function) {
            case Binary.ADD -> "A sum hands its gradient on to both operands";
            case Binary.SUB ->
                position == 0
                        ? "A difference hands its gradient on to its first operand"
                        : "A difference hands its gradient on to its second operand with the opposite sign";
            case Binary.MUL -> "A factor receives the gradient times the other factor";
            case Binary.DIV ->
                position == 0
                        ? "A numerator receives the gradient divided by the denominator"
                        : "A denominator receives minus the gradient times the quotient divided by the denominator";
            case Binary.POW ->
                position == 0
                        ? "Power rule: the exponent times the base to an exponent that is one less"
                        : "An exponent receives the gradient times the power times the logarithm of the base";
            case Unary.NEG -> "A sign turns the sign of the gradient";
            case Unary.SIGN, Unary.FLOOR, Unary.CEIL, Unary.ROUND -> "A step is flat, so nothing flows back";
            case Binary.LT, Binary.LE, Binary.GT, Binary.GE, Binary.EQ, Binary.NE ->
                "A comparison is flat, so nothing flows back";
            case Several.MAX, Several.MIN -> "The gradient goes to the operand that decides; ties share it equally";
            case Several.WHERE -> "The gradient goes to the branch that was taken";
            case Several.CLIP -> "The gradient goes to what was let through: the operand, or the bound that cut it off";
            default -> "Chain rule: the gradient times the slope of %s".formatted(function.key());
        };
    }
}
