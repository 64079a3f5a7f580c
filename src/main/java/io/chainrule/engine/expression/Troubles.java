package io.chainrule.engine.expression;

import static java.util.stream.Collectors.groupingBy;

import io.chainrule.engine.expression.ExplainedGraph.Edge;
import io.chainrule.engine.expression.ExplainedGraph.Node;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Finds where a result or a gradient stopped being finite. What went wrong behind a branch that was not taken, or was
/// swallowed on the way (`exp(-1/0)` is 0), is nobody's trouble.
final class Troubles {

    private final ExplainedGraph graph;
    private final Map<Integer, List<Edge>> leaving;
    private final BitSet values = new BitSet(); // nodes whose non-finite value reaches the result or a gradient
    private final BitSet slopes =
            new BitSet(); // nodes with finite operands and a slope that is not, reaching a gradient

    private Troubles(ExplainedGraph graph) {
        this.graph = graph;
        this.leaving = graph.edges().stream().collect(groupingBy(Edge::from));
    }

    /// At most one warning for values and one for slopes, each about the first node where it began.
    static List<Warning> in(ExplainedGraph graph) {
        if (isUntroubled(graph)) {
            return List.of();
        }
        var troubles = new Troubles(graph);
        troubles.collect();
        var warnings = new ArrayList<Warning>();
        troubles.origin()
                .ifPresent(id -> warnings.add(troubles.aboutValue(graph.nodes().get(id))));
        troubles.slopes.stream()
                .limit(1)
                .forEach(id -> warnings.add(troubles.aboutSlope(graph.nodes().get(id))));
        return warnings;
    }

    private static boolean isUntroubled(ExplainedGraph graph) {
        for (var node : graph.nodes()) {
            if (node.op().equals("variable") && isTroubled(node.gradient())) {
                return false;
            }
        }
        return Double.isFinite(graph.nodes().get(graph.output()).value());
    }

    private void collect() {
        if (!isFinite(graph.output())) {
            values.set(graph.output());
        }
        var reached = new BitSet();
        for (var node : graph.nodes()) {
            if (node.op().equals("variable") && isTroubled(node.gradient())) {
                reached.set(node.id());
            }
            if (reached.get(node.id())) {
                for (var edge : leaving.getOrDefault(node.id(), List.of())) {
                    if (isTroubled(edge.contribution())) {
                        follow(edge, reached);
                    }
                }
            }
        }
        for (int id = values.length() - 1; id >= 0; id--) {
            if (values.get(id)) {
                decisive(graph.nodes().get(id))
                        .filter(operand -> !isFinite(operand))
                        .forEach(values::set);
            }
        }
    }

    /// Towards where a contribution stopped being finite: further back the gradient's way, in a value, or in a slope.
    private void follow(Edge edge, BitSet reached) {
        var consumer = graph.nodes().get(edge.to());
        if (isTroubled(consumer.gradient())) {
            reached.set(consumer.id());
        } else if (!isFinite(consumer.id()) || consumer.inputs().stream().anyMatch(id -> !isFinite(id))) {
            values.set(consumer.id());
            decisive(consumer).filter(operand -> !isFinite(operand)).forEach(values::set);
        } else {
            slopes.set(consumer.id());
        }
    }

    /// The operands that a value was made of.
    private IntStream decisive(Node node) {
        var inputs = node.inputs();
        if (node.op().equals("where")) {
            return IntStream.of(inputs.get(0), value(inputs.get(0)) != 0 ? inputs.get(1) : inputs.get(2));
        }
        return inputs.stream().mapToInt(Integer::intValue);
    }

    /// The first node that made something else out of finite operands.
    private OptionalInt origin() {
        return values.stream()
                .filter(id -> !isFinite(id))
                .filter(id -> !graph.nodes().get(id).inputs().isEmpty())
                .filter(id -> decisive(graph.nodes().get(id)).allMatch(this::isFinite))
                .findFirst();
    }

    private Warning aboutValue(Node node) {
        var operands = graph.operands(node);
        var domain = Domain.of(node.function().orElseThrow());
        boolean isOverflow = domain.contains(operands);
        return Warning.at(
                node,
                operands,
                isOverflow ? "overflow" : "domain-error",
                "%s is %s".formatted(node.written(operands), Numeral.print(node.value())),
                "%s needs %s".formatted(node.label(), isOverflow ? Domain.EVERYWHERE.needs() : domain.needs()));
    }

    private Warning aboutSlope(Node node) {
        var operands = graph.operands(node);
        return Warning.at(
                node,
                operands,
                "slope-not-finite",
                "%s has a value but no finite slope".formatted(node.written(operands)),
                "Differentiate at another point, or guard it: where(condition, a, b) takes no slope from the branch"
                        + " that it does not take");
    }

    static List<Warning> in(Map<String, Double> gradient, Map<String, ? extends Map<String, Double>> hessian) {
        for (var row : hessian.entrySet()) {
            for (var column : row.getValue().entrySet()) {
                if (isTroubled(column.getValue())
                        && !isTroubled(gradient.get(row.getKey()))
                        && !isTroubled(gradient.get(column.getKey()))) {
                    return List.of(Warning.general(
                            "second-derivative-not-finite",
                            "The second derivative by %s and %s is %s"
                                    .formatted(row.getKey(), column.getKey(), Numeral.print(column.getValue())),
                            "Differentiate at another point"));
                }
            }
        }
        return List.of();
    }

    private double value(int id) {
        return graph.nodes().get(id).value();
    }

    private boolean isFinite(int id) {
        return Double.isFinite(value(id));
    }

    private static boolean isTroubled(@Nullable Double slope) {
        return slope != null && !Double.isFinite(slope);
    }
}
