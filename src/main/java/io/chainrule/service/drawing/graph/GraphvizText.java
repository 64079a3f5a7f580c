package io.chainrule.service.drawing.graph;

import io.chainrule.engine.expression.ExplainedGraph;
import io.chainrule.service.drawing.Lettering;
import io.chainrule.service.drawing.PlainText;
import io.chainrule.service.drawing.ShortNumber;
import io.chainrule.service.drawing.Theme;
import io.chainrule.service.drawing.Tone;

/// An explained graph in the language of Graphviz.
public final class GraphvizText {

    private static final int DIGITS = 6;
    private static final int LONGEST = 200;

    private final Theme theme;
    private final StringBuilder text = new StringBuilder();

    private GraphvizText(Theme theme) {
        this.theme = theme;
    }

    public static String of(String expression, ExplainedGraph graph, Theme theme) {
        var writer = new GraphvizText(theme);
        writer.write(expression, graph);
        return writer.text.toString();
    }

    private void write(String expression, ExplainedGraph graph) {
        var ink = "color=%1$s, fontcolor=%1$s, fontname=%2$s".formatted(colour(Tone.INK), quoted(Lettering.FAMILY));
        text.append("digraph expression {\n");
        line("graph [rankdir=LR, labelloc=t, bgcolor=%s, %s, label=%s];"
                .formatted(colour(Tone.BACKGROUND), ink, label(expression)));
        line("node [shape=box, style=\"rounded,filled\", %s];".formatted(ink));
        line("edge [%s];".formatted(ink));
        graph.nodes().forEach(node -> node(node, graph));
        graph.edges().forEach(this::edge);
        text.append("}\n");
    }

    private void node(ExplainedGraph.Node node, ExplainedGraph graph) {
        var kind = NodeKind.of(node, graph);
        var lines = new StringBuilder(label(NodeHeading.of(node, graph)));
        lines.setLength(lines.length() - 1);
        lines.append("\\nvalue ").append(number(node.value()));
        if (node.gradient() != null) {
            lines.append("\\ngradient ").append(number(node.gradient()));
        }
        line("n%d [label=%s\", color=%s, fillcolor=%s];"
                .formatted(node.id(), lines, colour(kind.border()), colour(kind.fill())));
    }

    private void edge(ExplainedGraph.Edge edge) {
        var label = edge.localDerivative() == null || edge.contribution() == null
                ? ""
                : " [label=\"× %s\\n= %s\"]".formatted(number(edge.localDerivative()), number(edge.contribution()));
        line("n%d -> n%d%s;".formatted(edge.from(), edge.to(), label));
    }

    private void line(String line) {
        text.append("  ").append(line).append('\n');
    }

    private static String number(double value) {
        return ShortNumber.of(value, DIGITS);
    }

    private String colour(Tone tone) {
        return "\"#%06x\"".formatted(tone.in(theme).getRGB() & 0xFFFFFF);
    }

    /// Text of others: without markup characters, which Graphviz would read as entities.
    private static String label(String text) {
        return quoted(PlainText.of(text, LONGEST)
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;"));
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
