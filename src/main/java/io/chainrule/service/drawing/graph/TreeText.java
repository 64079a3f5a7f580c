package io.chainrule.service.drawing.graph;

import io.chainrule.engine.expression.ExplainedGraph;
import io.chainrule.engine.expression.ExplainedGraph.Edge;
import io.chainrule.engine.expression.ExplainedGraph.Node;
import io.chainrule.service.drawing.PictureTooLargeException;
import io.chainrule.service.drawing.PlainText;
import io.chainrule.service.drawing.ShortNumber;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// An explained graph as an indented tree of text, for terminals: the output first, operands below their
/// consumer, and a variable wherever it is used.
///
/// The gradient of a line's consumer times its slope is its contribution.
public final class TreeText {

    private static final int DIGITS = 6;
    private static final int LONGEST_LABEL = 40;
    private static final String HEADINGS = "node\tvalue\tgradient\tslope\tcontribution";

    private final ExplainedGraph graph;
    private final Map<Operand, Edge> edges = new HashMap<>();
    private final List<String[]> rows = new ArrayList<>();

    private record Operand(int consumer, int position) {}

    private TreeText(ExplainedGraph graph) {
        this.graph = graph;
        graph.edges().forEach(edge -> edges.put(new Operand(edge.to(), edge.position()), edge));
    }

    /// A line for each node, below a line of headings.
    ///
    /// @throws PictureTooLargeException if the graph has more than 500 nodes or 1000 edges
    public static String of(ExplainedGraph graph) {
        GraphPicture.requireReadable(graph);
        var tree = new TreeText(graph);
        tree.rows.add(HEADINGS.split("\t"));
        tree.add(graph.nodes().get(graph.output()), null, "", "");
        return tree.aligned();
    }

    private void add(Node node, @Nullable Edge edge, String branch, String indent) {
        rows.add(new String[] {
            branch + PlainText.of(node.label(), LONGEST_LABEL),
            number(node.value()),
            number(node.gradient()),
            edge == null ? "" : number(edge.localDerivative()),
            edge == null ? "" : number(edge.contribution())
        });
        for (int i = 0; i < node.inputs().size(); i++) {
            boolean isLast = i == node.inputs().size() - 1;
            add(
                    graph.nodes().get(node.inputs().get(i)),
                    edges.get(new Operand(node.id(), i)),
                    indent + (isLast ? "└─ " : "├─ "),
                    indent + (isLast ? "   " : "│  "));
        }
    }

    private static String number(@Nullable Double value) {
        return value == null ? "" : ShortNumber.of(value, DIGITS);
    }

    private String aligned() {
        var widths = new int[HEADINGS.split("\t").length];
        for (var row : rows) {
            for (int i = 0; i < row.length; i++) {
                widths[i] = Math.max(widths[i], length(row[i]));
            }
        }
        var text = new StringBuilder();
        for (var row : rows) {
            var line = new StringBuilder();
            for (int i = 0; i < row.length; i++) {
                line.append(row[i]).repeat(' ', widths[i] - length(row[i]) + 2);
            }
            text.append(line.toString().stripTrailing()).append('\n');
        }
        return text.toString();
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }
}
