package io.chainrule.service.drawing.graph;

import io.chainrule.engine.expression.ExplainedGraph;
import io.chainrule.service.drawing.Brush;
import io.chainrule.service.drawing.Lettering;
import io.chainrule.service.drawing.Picture;
import io.chainrule.service.drawing.PictureTooLargeException;
import io.chainrule.service.drawing.PlainText;
import io.chainrule.service.drawing.ShortNumber;
import io.chainrule.service.drawing.Size;
import io.chainrule.service.drawing.Theme;
import io.chainrule.service.drawing.Tone;
import java.awt.Graphics2D;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The computational graph of an expression: forward value and gradient in every node, and on every edge the
/// step of the chain rule that leads back along it.
public final class GraphPicture implements Picture {

    static final int MOST_NODES = 500;
    static final int MOST_EDGES = 1000;

    private static final double MARGIN = 20;
    private static final double TITLE_HEIGHT = 34;
    private static final double LEGEND_GAP = 18;
    private static final double LEAST_WIDTH = 440;
    private static final double WIDEST_TITLE = 900;
    private static final int LONGEST_TITLE = 200;

    private final String expression;
    private final ExplainedGraph graph;
    private final GraphLayout layout;
    private final GraphLegend legend;
    private final Size size;

    private GraphPicture(String expression, ExplainedGraph graph, GraphLayout layout) {
        this.expression = expression;
        this.graph = graph;
        this.layout = layout;
        double title = Math.min(WIDEST_TITLE, Lettering.TITLE.width(PlainText.of(expression, LONGEST_TITLE)));
        double width = Math.max(LEAST_WIDTH, Math.max(layout.size().width(), title + 1));
        this.legend = GraphLegend.of(layout, width);
        double height = TITLE_HEIGHT + layout.size().height() + LEGEND_GAP + legend.height();
        this.size = new Size(width + 2 * MARGIN, height + 2 * MARGIN);
    }

    /// Lays the graph out.
    ///
    /// @param expression as it was written, for the title
    /// @throws PictureTooLargeException if the graph has more than 500 nodes or 1000 edges
    public static GraphPicture of(String expression, ExplainedGraph graph) {
        requireReadable(graph);
        return new GraphPicture(expression, graph, LayeredLayout.of(graph));
    }

    static void requireReadable(ExplainedGraph graph) {
        if (graph.nodes().size() > MOST_NODES) {
            throw new PictureTooLargeException("nodes", graph.nodes().size(), MOST_NODES);
        }
        if (graph.edges().size() > MOST_EDGES) {
            throw new PictureTooLargeException("edges", graph.edges().size(), MOST_EDGES);
        }
    }

    @Override
    public String title() {
        return PlainText.of(expression, LONGEST_TITLE);
    }

    @Override
    public String description() {
        var output = graph.nodes().get(graph.output());
        var gradients = graph.nodes().stream()
                .filter(node -> node.op().equals("variable") && node.gradient() != null)
                .map(node -> "%s %s".formatted(PlainText.of(node.label(), LONGEST_TITLE), number(node.gradient())))
                .collect(Collectors.joining(", "));
        return "Computational graph with %d nodes. Value %s.%s"
                .formatted(
                        graph.nodes().size(),
                        number(output.value()),
                        gradients.isEmpty() ? "" : " Gradient by variable: " + gradients + ".");
    }

    private static String number(@Nullable Double value) {
        return value == null ? "none" : ShortNumber.of(value, NodeBox.DIGITS);
    }

    @Override
    public Size size() {
        return size;
    }

    @Override
    public void paint(Graphics2D graphics, Size area, Theme theme) {
        var before = graphics.getTransform();
        double scale = Math.min(area.width() / size.width(), area.height() / size.height());
        graphics.translate((area.width() - scale * size.width()) / 2, (area.height() - scale * size.height()) / 2);
        graphics.scale(scale, scale);
        paint(new Brush(graphics, theme));
        graphics.setTransform(before);
    }

    private void paint(Brush brush) {
        double inner = size.width() - 2 * MARGIN;
        var title = PlainText.of(title(), Lettering.TITLE, inner);
        brush.centered(title, Lettering.TITLE, Tone.INK, size.width() / 2, MARGIN - 4);
        legend.paint(brush, MARGIN, size.height() - MARGIN - legend.height());
        brush.graphics().translate((size.width() - layout.size().width()) / 2, MARGIN + TITLE_HEIGHT);
        new GraphPainter(brush).paint(layout);
    }
}
