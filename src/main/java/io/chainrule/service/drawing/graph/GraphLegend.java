package io.chainrule.service.drawing.graph;

import io.chainrule.service.drawing.Brush;
import io.chainrule.service.drawing.Lettering;
import io.chainrule.service.drawing.Tone;
import java.awt.geom.RoundRectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the colours and numbers of a graph mean, in as many lines as the width asks for.
record GraphLegend(List<List<Entry>> lines) {

    private static final double LINE_HEIGHT = 20;
    private static final double SWATCH = 12;
    private static final double GAP = 6;
    private static final double BETWEEN = 22;

    /// A patch of colour, or a word in its colour, and what it means.
    private record Entry(@Nullable NodeKind kind, String word, Tone tone, String meaning) {

        double width() {
            double sign = kind == null ? Lettering.SMALL.width(word) : SWATCH;
            return sign + GAP + Lettering.SMALL.width(meaning);
        }
    }

    static GraphLegend of(GraphLayout layout, double width) {
        var lines = new ArrayList<List<Entry>>();
        double left = Double.POSITIVE_INFINITY;
        for (var entry : entries(layout)) {
            if (left + entry.width() > width) {
                lines.add(new ArrayList<>());
                left = 0;
            }
            lines.getLast().add(entry);
            left += entry.width() + BETWEEN;
        }
        return new GraphLegend(lines);
    }

    private static List<Entry> entries(GraphLayout layout) {
        var entries = new ArrayList<Entry>();
        for (var kind : NodeKind.values()) {
            if (layout.boxes().stream().anyMatch(placed -> placed.box().kind() == kind)) {
                entries.add(new Entry(kind, "", kind.border(), kind.caption()));
            }
        }
        entries.add(new Entry(null, "value", Tone.VALUE, "forward pass, left to right"));
        entries.add(new Entry(null, "gradient", Tone.GRADIENT, "backward pass, right to left"));
        entries.add(new Entry(
                null,
                "× slope = contribution",
                Tone.GRADIENT,
                "of an edge; a gradient is the sum of those that come back"));
        if (layout.boxes().stream().anyMatch(placed -> placed.box().isRepeated())) {
            entries.add(new Entry(null, "a name alone", Tone.INK, "stands for the variable elsewhere in the picture"));
        }
        return entries;
    }

    double height() {
        return lines.size() * LINE_HEIGHT;
    }

    void paint(Brush brush, double left, double top) {
        double y = top;
        for (var line : lines) {
            double x = left;
            for (var entry : line) {
                paint(entry, brush, x, y);
                x += entry.width() + BETWEEN;
            }
            y += LINE_HEIGHT;
        }
    }

    private static void paint(Entry entry, Brush brush, double x, double y) {
        double sign;
        if (entry.kind() == null) {
            sign = Lettering.SMALL.width(entry.word());
            brush.text(entry.word(), Lettering.SMALL, entry.tone(), x, y);
        } else {
            sign = SWATCH;
            var swatch = new RoundRectangle2D.Double(x, y + 1.5, SWATCH, SWATCH, 4, 4);
            brush.fill(swatch, entry.kind().fill());
            brush.stroke(swatch, entry.kind().border(), 1.3);
        }
        brush.text(entry.meaning(), Lettering.SMALL, Tone.MUTED, x + sign + GAP, y);
    }
}
