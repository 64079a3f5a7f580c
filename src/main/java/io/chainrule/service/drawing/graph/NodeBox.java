package io.chainrule.service.drawing.graph;

import io.chainrule.engine.expression.ExplainedGraph;
import io.chainrule.service.drawing.Lettering;
import io.chainrule.service.drawing.ShortNumber;
import io.chainrule.service.drawing.Tone;
import java.util.ArrayList;
import java.util.List;

/// What is written in a node, and how much room it takes.
///
/// @param isRepeated whether it only repeats the name of another
record NodeBox(NodeKind kind, String heading, List<Row> rows, boolean isRepeated) {

    static final int DIGITS = 4;
    static final double PADDING = 8;
    static final double GAP = 10;
    static final double HEADING_HEIGHT = Lettering.HEADING.lineHeight() + 4;
    static final double ROW_HEIGHT = Lettering.BODY.lineHeight();

    private static final double LEAST_WIDTH = 40;

    /// A number with what it is.
    record Row(String caption, String number, Tone tone) {

        double width() {
            return Lettering.SMALL.width(caption) + GAP + Lettering.BODY.width(number);
        }
    }

    static NodeBox of(ExplainedGraph.Node node, ExplainedGraph graph) {
        var heading = NodeHeading.of(node, graph);
        var rows = new ArrayList<Row>();
        var value = ShortNumber.typeset(node.value(), DIGITS);
        if (!node.op().equals("constant") || !value.equals(heading)) {
            rows.add(new Row("value", value, Tone.VALUE));
        }
        if (node.gradient() != null) {
            rows.add(new Row("gradient", ShortNumber.typeset(node.gradient(), DIGITS), Tone.GRADIENT));
        }
        return new NodeBox(NodeKind.of(node, graph), heading, rows, false);
    }

    /// The name alone, where a variable is used again far from where it stands.
    NodeBox repeated() {
        return new NodeBox(kind, heading, List.of(), true);
    }

    double width() {
        double widest = rows.stream().mapToDouble(Row::width).max().orElse(0);
        return Math.max(LEAST_WIDTH, Math.max(widest, Lettering.HEADING.width(heading)) + 2 * PADDING);
    }

    double height() {
        return HEADING_HEIGHT + (rows.isEmpty() ? 0 : rows.size() * ROW_HEIGHT + PADDING);
    }
}
