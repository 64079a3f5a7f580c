package io.chainrule.engine.expression;

import io.chainrule.engine.expression.ExplainedGraph.Node;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Collectors;

/// Finds where a result has a kink or jumps at the very point it was asked for. A kink that the result does not feel
/// (`relu(x)^2` at 0) is none.
public final class Kinks {

    private static final double SAME = 1e-7;

    private final ExplainedGraph graph;
    private final Sides sides;
    private final List<Set<Integer>> variablesOf; // by node, the variables below it

    private Kinks(ExplainedGraph graph, Sides sides) {
        this.graph = graph;
        this.sides = sides;
        this.variablesOf = new ArrayList<>();
        for (var node : graph.nodes()) {
            var below = new LinkedHashSet<Integer>();
            if (node.op().equals("variable")) {
                below.add(node.id());
            }
            node.inputs().forEach(id -> below.addAll(variablesOf.get(id)));
            variablesOf.add(below);
        }
    }

    /// The derivatives left and right of the point, by those variables for which they differ.
    public static SequencedMap<String, OneSided> oneSided(GradientQuestion question, ExplainedGraph graph) {
        var all = new LinkedHashMap<String, OneSided>();
        in(question, graph).forEach(warning -> all.putAll(warning.oneSided()));
        return all;
    }

    /// One warning for each function at a kink, about the variables that feel it there first.
    static List<Warning> in(GradientQuestion question, ExplainedGraph graph) {
        var candidates = graph.nodes().stream()
                .filter(node -> node.gradient() != null)
                .filter(node -> isAtKink(graph, node))
                .toList();
        if (candidates.isEmpty()
                || !Double.isFinite(graph.nodes().get(graph.output()).value())) {
            return List.of();
        }
        var sides = new Sides(question.expression(), question.wrt(), question.at());
        return new Kinks(graph, sides).warnings(candidates);
    }

    private static boolean isAtKink(ExplainedGraph graph, Node node) {
        return node.function()
                .map(Kink::of)
                .filter(kink -> kink.isAt(graph.operands(node), 0))
                .isPresent();
    }

    private List<Warning> warnings(List<Node> candidates) {
        var warnings = new ArrayList<Warning>();
        var told = new LinkedHashSet<Integer>();
        for (var node : candidates) {
            var kinks = new LinkedHashMap<String, OneSided>();
            var jumps = new LinkedHashMap<String, OneSided>();
            for (int id : variablesOf.get(node.id())) {
                var variable = graph.nodes().get(id);
                if (variable.gradient() != null && told.add(id)) {
                    look(variable, kinks, jumps);
                }
            }
            if (!jumps.isEmpty()) {
                warnings.add(jump(node, jumps, kinks));
            } else if (!kinks.isEmpty()) {
                warnings.add(kink(node, kinks));
            }
        }
        return warnings;
    }

    private void look(Node variable, Map<String, OneSided> kinks, Map<String, OneSided> jumps) {
        var values = sides.values(variable.label());
        var slopes = sides.slopes(variable.label());
        double here = graph.nodes().get(graph.output()).value();
        if (differ(values.left(), here) || differ(values.right(), here)) {
            jumps.put(variable.label(), values);
            kinks.put(variable.label(), slopes);
        } else if (differ(slopes.left(), slopes.right())) {
            kinks.put(variable.label(), slopes);
        }
    }

    private static boolean differ(double a, double b) {
        return Double.compare(a, b) != 0
                && !(Math.abs(a - b) <= SAME * Math.max(1, Math.max(Math.abs(a), Math.abs(b))));
    }

    private Warning kink(Node node, SequencedMap<String, OneSided> slopes) {
        var operands = graph.operands(node);
        return Warning.at(
                        node,
                        operands,
                        "kink",
                        "%s is at a kink: %s".formatted(node.written(operands), described(slopes, "derivative by ")),
                        "The gradient takes the stated rule for kinks; any number between the two sides would do for"
                                + " descending")
                .with(slopes);
    }

    private Warning jump(Node node, SequencedMap<String, OneSided> values, SequencedMap<String, OneSided> slopes) {
        var operands = graph.operands(node);
        return Warning.at(
                        node,
                        operands,
                        "jump",
                        "%s is at a jump: %s".formatted(node.written(operands), described(values, "value along ")),
                        "There is no derivative here; the gradient is that of the branch taken")
                .with(slopes);
    }

    private String described(Map<String, OneSided> sides, String what) {
        return sides.entrySet().stream()
                .limit(5)
                .map(entry -> "the %s%s is %s on the left and %s on the right"
                        .formatted(
                                what,
                                entry.getKey(),
                                Numeral.rounded(entry.getValue().left()),
                                Numeral.rounded(entry.getValue().right())))
                .collect(Collectors.joining("; "));
    }
}
