package io.chainrule.service.web;

import io.chainrule.engine.expression.ExplainedGraph;
import io.chainrule.engine.expression.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The computational graph of an expression, with what came of it going forward and back.
record GraphView(int output, List<NodeView> nodes, List<EdgeView> edges) {

    static GraphView of(ExplainedGraph graph) {
        return new GraphView(
                graph.output(),
                graph.nodes().stream().map(NodeView::of).toList(),
                graph.edges().stream().map(EdgeView::of).toList());
    }

    record NodeView(
            int id,
            String op,
            String label,
            List<Integer> inputs,
            double value,
            @Nullable Double gradient,
            List<SpanView> spans) {

        static NodeView of(ExplainedGraph.Node node) {
            return new NodeView(
                    node.id(),
                    node.op(),
                    node.label(),
                    node.inputs(),
                    node.value(),
                    node.gradient(),
                    node.spans().stream().map(SpanView::of).toList());
        }
    }

    record EdgeView(
            int from,
            int to,
            int position,
            @Nullable Double localDerivative,
            @Nullable Double contribution) {

        static EdgeView of(ExplainedGraph.Edge edge) {
            return new EdgeView(edge.from(), edge.to(), edge.position(), edge.localDerivative(), edge.contribution());
        }
    }

    record SpanView(int start, int end) {

        static SpanView of(Span span) {
            return new SpanView(span.start(), span.end());
        }
    }
}
