package io.chainrule.service.drawing.graph;

import static java.util.Comparator.comparingInt;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import io.chainrule.engine.expression.ExplainedGraph;
import io.chainrule.engine.expression.ExplainedGraph.Edge;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// From where each edge is drawn. A variable stands in the picture once; but where it is used again many layers later,
/// its name is repeated there, because no finger follows a line through all of the picture.
final class Occurrences {

    /// In graphs up to this size every edge begins where it belongs.
    private static final int SMALL = 60;

    /// In larger ones, an edge to a consumer more layers behind the first one begins at a repeated name.
    private static final int REACH = 8;

    private final Map<Edge, Occurrence> byEdge = new HashMap<>();

    /// A node, or the n-th repetition of its name.
    record Occurrence(int node, int repetition) {}

    private Occurrences() {}

    static Occurrences of(ExplainedGraph graph) {
        var occurrences = new Occurrences();
        if (graph.nodes().size() <= SMALL) {
            return occurrences;
        }
        var depths = depths(graph);
        graph.edges().stream()
                .collect(groupingBy(Edge::from, LinkedHashMap::new, toList()))
                .forEach((node, edges) -> occurrences.spread(node, edges, depths));
        return occurrences;
    }

    Occurrence of(Edge edge) {
        return byEdge.getOrDefault(edge, new Occurrence(edge.from(), 0));
    }

    private void spread(int node, List<Edge> edges, int[] depths) {
        var deepestFirst = new ArrayList<>(edges);
        deepestFirst.sort(comparingInt((Edge edge) -> -depths[edge.to()]));
        int repetition = 0;
        int start = depths[deepestFirst.getFirst().to()];
        for (var edge : deepestFirst) {
            int depth = depths[edge.to()];
            if (start - depth > REACH) {
                start = depth;
                repetition++;
            }
            byEdge.put(edge, new Occurrence(node, repetition));
        }
    }

    /// How many edges lie between a node and the output, at most; operands stand before their consumers.
    private static int[] depths(ExplainedGraph graph) {
        var depths = new int[graph.nodes().size()];
        for (var node : graph.nodes().reversed()) {
            for (int operand : node.inputs()) {
                depths[operand] = Math.max(depths[operand], depths[node.id()] + 1);
            }
        }
        return depths;
    }
}
