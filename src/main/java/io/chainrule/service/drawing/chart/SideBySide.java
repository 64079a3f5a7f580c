package io.chainrule.service.drawing.chart;

import io.chainrule.service.drawing.Brush;
import io.chainrule.service.drawing.Lettering;
import io.chainrule.service.drawing.Picture;
import io.chainrule.service.drawing.PlainText;
import io.chainrule.service.drawing.Size;
import io.chainrule.service.drawing.Theme;
import io.chainrule.service.drawing.Tone;
import java.awt.Graphics2D;
import java.util.List;
import java.util.stream.Collectors;

/// Pictures in rows of at most three, fewer where there is no room for them, under one title.
record SideBySide(String title, List<? extends Picture> parts) implements Picture {

    private static final int MOST_COLUMNS = 3;
    private static final double LEAST_WIDTH = 300;
    private static final double WIDTH = 480;
    private static final double HEIGHT = 470;
    private static final double TOP = 44;

    @Override
    public String description() {
        return parts.stream()
                .map(part -> part.title() + ": " + part.description())
                .collect(Collectors.joining(" "));
    }

    private int columns() {
        return Math.max(1, parts.size() == 4 ? 2 : Math.min(MOST_COLUMNS, parts.size()));
    }

    /// As many as there is room for.
    private int columns(double width) {
        return Math.clamp((long) (width / LEAST_WIDTH), 1, columns());
    }

    private Size size(int columns) {
        int rows = Math.max(1, (parts.size() + columns - 1) / columns);
        return new Size(columns * WIDTH, TOP + rows * HEIGHT);
    }

    @Override
    public Size size() {
        return size(columns());
    }

    @Override
    public Size sizeOfWidth(double width) {
        var natural = size(columns(width));
        return new Size(width, natural.height() * width / natural.width());
    }

    @Override
    public void paint(Graphics2D graphics, Size area, Theme theme) {
        int columns = columns(area.width());
        var natural = size(columns);
        double scale = Math.max(1, Math.min(area.width() / natural.width(), area.height() / natural.height()));
        var before = graphics.getTransform();
        graphics.scale(scale, scale);
        paint(graphics, area.width() / scale, area.height() / scale, columns, theme);
        graphics.setTransform(before);
    }

    private void paint(Graphics2D graphics, double width, double height, int columns, Theme theme) {
        var shown = PlainText.of(title, Lettering.TITLE, width - TOP);
        new Brush(graphics, theme).centered(shown, Lettering.TITLE, Tone.INK, width / 2, TOP / 2 - 8);
        int rows = Math.max(1, (parts.size() + columns - 1) / columns);
        var part = new Size(width / columns, (height - TOP) / rows);
        for (int i = 0; i < parts.size(); i++) {
            int row = i / columns;
            double left = (i - row * columns) * part.width();
            double top = TOP + row * part.height();
            graphics.translate(left, top);
            parts.get(i).paint(graphics, part, theme);
            graphics.translate(-left, -top);
        }
    }
}
