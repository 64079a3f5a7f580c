package io.chainrule.service.drawing.graph;

import io.chainrule.service.drawing.Brush;
import io.chainrule.service.drawing.Lettering;
import io.chainrule.service.drawing.Tone;
import io.chainrule.service.drawing.graph.GraphLayout.Line;
import io.chainrule.service.drawing.graph.GraphLayout.Placed;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.util.List;

/// Paints nodes and edges in their places.
record GraphPainter(Brush brush) {

    private static final double ROUND = 7;
    private static final double BEND = 7;
    private static final double ARROW = 7;
    private static final double DOT = 2.6;

    void paint(GraphLayout layout) {
        layout.lines().forEach(this::line);
        layout.boxes().forEach(this::box);
        layout.lines().forEach(this::note);
    }

    private void box(Placed placed) {
        var box = placed.box();
        var place = placed.place();
        var outline = new RoundRectangle2D.Double(
                place.getX(), place.getY(), place.getWidth(), place.getHeight(), ROUND, ROUND);
        brush.fill(outline, box.rows().isEmpty() ? box.kind().fill() : Tone.SURFACE);
        if (!box.rows().isEmpty()) {
            brush.fill(headingArea(place), box.kind().fill());
        }
        brush.stroke(outline, box.kind().border(), box.kind() == NodeKind.OUTPUT ? 2.4 : 1.3);
        brush.centered(
                box.heading(),
                Lettering.HEADING,
                Tone.INK,
                place.getCenterX(),
                place.getY() + (NodeBox.HEADING_HEIGHT - Lettering.HEADING.lineHeight()) / 2 + 1);
        double y = place.getY() + NodeBox.HEADING_HEIGHT + NodeBox.PADDING / 2;
        for (var row : box.rows()) {
            row(row, place, y);
            y += NodeBox.ROW_HEIGHT;
        }
    }

    private void row(NodeBox.Row row, Rectangle2D place, double y) {
        brush.text(row.caption(), Lettering.SMALL, Tone.MUTED, place.getX() + NodeBox.PADDING, y + 0.8);
        brush.text(
                row.number(),
                Lettering.BODY,
                row.tone(),
                place.getMaxX() - NodeBox.PADDING - Lettering.BODY.width(row.number()),
                y);
    }

    /// The upper part of a rounded rectangle.
    private static Path2D headingArea(Rectangle2D place) {
        double left = place.getX();
        double right = place.getMaxX();
        double top = place.getY();
        double bottom = top + NodeBox.HEADING_HEIGHT;
        double round = ROUND / 2;
        var path = new Path2D.Double();
        path.moveTo(left, bottom);
        path.lineTo(left, top + round);
        path.quadTo(left, top, left + round, top);
        path.lineTo(right - round, top);
        path.quadTo(right, top, right, top + round);
        path.lineTo(right, bottom);
        path.closePath();
        return path;
    }

    private void line(Line line) {
        var points = line.points();
        var flows = line.note() != null;
        var tone = flows ? Tone.MUTED : Tone.LINE;
        brush.stroke(rounded(points), tone, flows ? 1.4 : 1.0);
        line.junctions().forEach(point -> brush.fill(dot(point), tone));
        brush.fill(head(points.get(points.size() - 2), points.getLast()), tone);
    }

    /// A polyline whose corners are rounded, so that the eye follows it around them, ending before the arrow's head.
    private static Path2D rounded(List<Point2D> points) {
        var path = new Path2D.Double();
        path.moveTo(points.getFirst().getX(), points.getFirst().getY());
        for (int i = 1; i < points.size() - 1; i++) {
            var corner = points.get(i);
            double reach = Math.min(
                    BEND, Math.min(corner.distance(points.get(i - 1)), corner.distance(points.get(i + 1))) / 2);
            var before = towards(corner, points.get(i - 1), reach);
            var after = towards(corner, points.get(i + 1), reach);
            path.lineTo(before.getX(), before.getY());
            path.quadTo(corner.getX(), corner.getY(), after.getX(), after.getY());
        }
        var end = towards(points.getLast(), points.get(points.size() - 2), ARROW - 1);
        path.lineTo(end.getX(), end.getY());
        return path;
    }

    private static Ellipse2D dot(Point2D center) {
        return new Ellipse2D.Double(center.getX() - DOT, center.getY() - DOT, 2 * DOT, 2 * DOT);
    }

    private static Path2D head(Point2D from, Point2D tip) {
        var base = towards(tip, from, ARROW);
        double acrossX = (base.getY() - tip.getY()) * 0.45;
        double acrossY = (tip.getX() - base.getX()) * 0.45;
        var path = new Path2D.Double();
        path.moveTo(tip.getX(), tip.getY());
        path.lineTo(base.getX() + acrossX, base.getY() + acrossY);
        path.lineTo(base.getX() - acrossX, base.getY() - acrossY);
        path.closePath();
        return path;
    }

    private static Point2D towards(Point2D from, Point2D to, double distance) {
        double length = from.distance(to);
        double share = length == 0 ? 0 : distance / length;
        return new Point2D.Double(
                from.getX() + share * (to.getX() - from.getX()), from.getY() + share * (to.getY() - from.getY()));
    }

    private void note(Line line) {
        var note = line.note();
        var place = line.place();
        if (note == null || place == null) {
            return;
        }
        brush.fill(place, Tone.BACKGROUND);
        double y = place.getY() + EdgeNote.PADDING;
        brush.centered(note.slope(), Lettering.SMALL, Tone.MUTED, place.getCenterX(), y);
        brush.centered(
                note.contribution(),
                Lettering.SMALL,
                Tone.GRADIENT,
                place.getCenterX(),
                y + Lettering.SMALL.lineHeight());
    }
}
