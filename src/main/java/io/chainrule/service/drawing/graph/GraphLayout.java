package io.chainrule.service.drawing.graph;

import io.chainrule.service.drawing.Size;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Where everything of a graph stands.
record GraphLayout(Size size, List<Placed> boxes, List<Line> lines) {

    /// A node in its place.
    record Placed(NodeBox box, Rectangle2D place) {}

    /// An edge on its way from operand to consumer, with a note in its own place if something flows back along it.
    ///
    /// @param junctions where it parts from others that begin with it
    record Line(
            List<Point2D> points,
            List<Point2D> junctions,
            @Nullable EdgeNote note,
            @Nullable Rectangle2D place) {}
}
