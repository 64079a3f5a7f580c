package io.chainrule.service.drawing.graph;

import io.chainrule.engine.expression.ExplainedGraph;
import io.chainrule.engine.expression.ExplainedGraph.Edge;
import io.chainrule.service.drawing.Size;
import io.chainrule.service.drawing.graph.GraphLayout.Line;
import io.chainrule.service.drawing.graph.GraphLayout.Placed;
import io.chainrule.service.drawing.graph.Occurrences.Occurrence;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.elk.alg.layered.LayeredLayoutProvider;
import org.eclipse.elk.alg.layered.options.LayeredOptions;
import org.eclipse.elk.alg.layered.options.OrderingStrategy;
import org.eclipse.elk.core.data.LayoutMetaDataService;
import org.eclipse.elk.core.math.ElkPadding;
import org.eclipse.elk.core.options.Direction;
import org.eclipse.elk.core.options.EdgeLabelPlacement;
import org.eclipse.elk.core.options.EdgeRouting;
import org.eclipse.elk.core.options.PortConstraints;
import org.eclipse.elk.core.options.PortSide;
import org.eclipse.elk.core.util.BasicProgressMonitor;
import org.eclipse.elk.graph.ElkEdge;
import org.eclipse.elk.graph.ElkNode;
import org.eclipse.elk.graph.ElkPort;
import org.eclipse.elk.graph.ElkShape;
import org.eclipse.elk.graph.util.ElkGraphUtil;

/// Lays a graph out from left to right with ELK: operands before consumers, the notes between them.
final class LayeredLayout {

    static {
        LayoutMetaDataService.getInstance(); // registers how the values of options are cloned
    }

    private static final Set<String> COMMUTATIVE = Set.of("add", "mul", "max", "min", "hypot", "logsumexp", "eq", "ne");

    private final ElkNode root = ElkGraphUtil.createGraph();
    private final List<Node> nodes = new ArrayList<>();
    private final Map<Occurrence, ElkPort> exits = new HashMap<>();
    private final Map<Edge, ElkEdge> edges = new LinkedHashMap<>();

    private record Node(NodeBox box, ElkNode elk) {}

    private LayeredLayout() {
        root.setProperty(LayeredOptions.DIRECTION, Direction.RIGHT);
        root.setProperty(LayeredOptions.EDGE_ROUTING, EdgeRouting.ORTHOGONAL);
        root.setProperty(LayeredOptions.CONSIDER_MODEL_ORDER_STRATEGY, OrderingStrategy.NODES_AND_EDGES);
        root.setProperty(LayeredOptions.PADDING, new ElkPadding(0));
        root.setProperty(LayeredOptions.SPACING_NODE_NODE, 18.0);
        root.setProperty(LayeredOptions.SPACING_EDGE_NODE, 12.0);
        root.setProperty(LayeredOptions.SPACING_EDGE_EDGE, 12.0);
        root.setProperty(LayeredOptions.SPACING_NODE_NODE_BETWEEN_LAYERS, 13.0);
        root.setProperty(LayeredOptions.SPACING_EDGE_NODE_BETWEEN_LAYERS, 13.0);
        root.setProperty(LayeredOptions.SPACING_EDGE_EDGE_BETWEEN_LAYERS, 8.0);
        root.setProperty(LayeredOptions.SPACING_EDGE_LABEL, 2.0);
    }

    static GraphLayout of(ExplainedGraph graph) {
        var layout = new LayeredLayout();
        var boxes = graph.nodes().stream().map(node -> NodeBox.of(node, graph)).toList();
        var entered = new ArrayList<ElkNode>();
        for (var node : graph.nodes()) {
            entered.add(
                    layout.add(new Occurrence(node.id(), 0), boxes.get(node.id()), COMMUTATIVE.contains(node.op())));
        }
        var occurrences = Occurrences.of(graph);
        for (var edge : graph.edges()) {
            var occurrence = occurrences.of(edge);
            if (!layout.exits.containsKey(occurrence)) {
                layout.add(occurrence, boxes.get(edge.from()).repeated(), true);
            }
            layout.add(
                    edge,
                    occurrence,
                    entered.get(edge.to()),
                    graph.nodes().get(edge.to()).inputs().size());
        }
        new LayeredLayoutProvider().layout(layout.root, new BasicProgressMonitor());
        return layout.read();
    }

    private ElkNode add(Occurrence occurrence, NodeBox box, boolean anyOrder) {
        var node = ElkGraphUtil.createNode(root);
        node.setDimensions(box.width(), box.height());
        node.setProperty(
                LayeredOptions.PORT_CONSTRAINTS, anyOrder ? PortConstraints.FIXED_SIDE : PortConstraints.FIXED_ORDER);
        nodes.add(new Node(box, node));
        exits.put(occurrence, port(node, PortSide.EAST, 0));
        return node;
    }

    private static ElkPort port(ElkNode node, PortSide side, int index) {
        var port = ElkGraphUtil.createPort(node);
        port.setProperty(LayeredOptions.PORT_SIDE, side);
        port.setProperty(LayeredOptions.PORT_INDEX, index);
        return port;
    }

    private void add(Edge edge, Occurrence from, ElkNode consumer, int operands) {
        int clockwise = operands - edge.position(); // the first operand comes from above
        var line = ElkGraphUtil.createSimpleEdge(exits.get(from), port(consumer, PortSide.WEST, clockwise));
        var note = EdgeNote.of(edge);
        if (note != null) {
            var label = ElkGraphUtil.createLabel(note.contribution(), line); // ELK passes over labels without text
            label.setDimensions(note.width(), note.height());
            label.setProperty(LayeredOptions.EDGE_LABELS_PLACEMENT, EdgeLabelPlacement.CENTER);
            label.setProperty(LayeredOptions.EDGE_LABELS_INLINE, true);
        }
        edges.put(edge, line);
    }

    private GraphLayout read() {
        var boxes = nodes.stream()
                .map(node -> new Placed(node.box(), place(node.elk())))
                .toList();
        var lines = new ArrayList<Line>();
        edges.forEach((edge, line) -> lines.add(new Line(
                points(line),
                junctions(line),
                EdgeNote.of(edge),
                line.getLabels().isEmpty() ? null : place(line.getLabels().getFirst()))));
        return new GraphLayout(new Size(root.getWidth(), root.getHeight()), boxes, lines);
    }

    private static Rectangle2D place(ElkShape shape) {
        return new Rectangle2D.Double(shape.getX(), shape.getY(), shape.getWidth(), shape.getHeight());
    }

    private static List<Point2D> points(ElkEdge edge) {
        var section = edge.getSections().getFirst();
        var points = new ArrayList<Point2D>();
        points.add(new Point2D.Double(section.getStartX(), section.getStartY()));
        section.getBendPoints().forEach(bend -> points.add(new Point2D.Double(bend.getX(), bend.getY())));
        points.add(new Point2D.Double(section.getEndX(), section.getEndY()));
        return points;
    }

    private static List<Point2D> junctions(ElkEdge edge) {
        var junctions = edge.getProperty(LayeredOptions.JUNCTION_POINTS);
        return junctions == null
                ? List.of()
                : junctions.stream()
                        .<Point2D>map(point -> new Point2D.Double(point.x, point.y))
                        .toList();
    }
}
