package io.chainrule.service.drawing.graph;

import io.chainrule.engine.expression.ExplainedGraph;
import io.chainrule.engine.expression.ExplainedGraph.Node;
import io.chainrule.service.drawing.PlainText;
import java.util.List;
import java.util.stream.Collectors;

/// What a node does, in as few signs as possible: operands that are names or numbers stand there themselves, results of
/// other nodes are dots, as in `w1 × x1`, `1 / ·` and `exp(·)`.
final class NodeHeading {

    private static final String DOT = "·";
    private static final int LONGEST_NAME = 16;
    private static final int LONGEST_OPERAND = 10;
    private static final int MOST_OPERANDS = 4;

    private NodeHeading() {}

    static String of(Node node, ExplainedGraph graph) {
        var operands = node.inputs().stream()
                .map(graph.nodes()::get)
                .map(NodeHeading::operand)
                .toList();
        return switch (node.op()) {
            case "variable", "constant" -> PlainText.of(node.label(), LONGEST_NAME);
            case "neg" -> "−" + operands.getFirst();
            case "add" -> String.join(" + ", operands);
            case "sub" -> String.join(" − ", operands);
            case "mul" -> String.join(" × ", operands);
            case "div" -> String.join(" / ", operands);
            case "pow" -> String.join(" ^ ", operands);
            case "lt", "le", "gt", "ge", "eq", "ne" -> String.join(" " + node.label() + " ", operands);
            default -> PlainText.of(node.label(), LONGEST_NAME) + list(operands);
        };
    }

    private static String operand(Node node) {
        return node.inputs().isEmpty() ? PlainText.of(node.label(), LONGEST_OPERAND) : DOT;
    }

    private static String list(List<String> operands) {
        var more = operands.size() > MOST_OPERANDS ? ", …)" : ")";
        return operands.stream().limit(MOST_OPERANDS).collect(Collectors.joining(", ", "(", more));
    }
}
