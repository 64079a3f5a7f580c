package io.chainrule.service.drawing.graph;

import io.chainrule.engine.expression.ExplainedGraph;
import io.chainrule.service.drawing.Tone;

/// The sorts of nodes that a reader tells apart first.
enum NodeKind {
    VARIABLE("variable", Tone.VARIABLE, Tone.VARIABLE_FILL),
    CONSTANT("constant", Tone.CONSTANT, Tone.CONSTANT_FILL),
    OPERATION("operation", Tone.OPERATION, Tone.OPERATION_FILL),
    OUTPUT("output", Tone.OUTPUT, Tone.OUTPUT_FILL);

    private final String caption;
    private final Tone border;
    private final Tone fill;

    NodeKind(String caption, Tone border, Tone fill) {
        this.caption = caption;
        this.border = border;
        this.fill = fill;
    }

    static NodeKind of(ExplainedGraph.Node node, ExplainedGraph graph) {
        if (node.id() == graph.output()) {
            return OUTPUT;
        }
        return switch (node.op()) {
            case "variable" -> VARIABLE;
            case "constant" -> CONSTANT;
            default -> OPERATION;
        };
    }

    String caption() {
        return caption;
    }

    Tone border() {
        return border;
    }

    Tone fill() {
        return fill;
    }
}
