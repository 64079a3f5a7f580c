package io.chainrule.service.drawing.graph;

import io.chainrule.engine.expression.ExplainedGraph;
import io.chainrule.service.drawing.Lettering;
import io.chainrule.service.drawing.ShortNumber;
import org.jspecify.annotations.Nullable;

/// What is written on an edge: the arithmetic of the backward pass, to be read from the consumer to the operand. The
/// gradient of the consumer times the slope is the contribution.
record EdgeNote(String slope, String contribution) {

    static final double PADDING = 3;

    static @Nullable EdgeNote of(ExplainedGraph.Edge edge) {
        return edge.localDerivative() == null || edge.contribution() == null
                ? null
                : new EdgeNote(
                        "× " + ShortNumber.typeset(edge.localDerivative(), NodeBox.DIGITS),
                        "= " + ShortNumber.typeset(edge.contribution(), NodeBox.DIGITS));
    }

    double width() {
        return Math.max(Lettering.SMALL.width(slope), Lettering.SMALL.width(contribution)) + 2 * PADDING;
    }

    double height() {
        return 2 * Lettering.SMALL.lineHeight() + 2 * PADDING;
    }
}
