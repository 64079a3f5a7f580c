package io.chainrule.service.drawing.chart;

import io.chainrule.service.drawing.Brush;
import io.chainrule.service.drawing.Lettering;
import io.chainrule.service.drawing.Picture;
import io.chainrule.service.drawing.Size;
import io.chainrule.service.drawing.Theme;
import io.chainrule.service.drawing.Tone;
import java.awt.Graphics2D;
import java.util.List;
import java.util.stream.Collectors;

/// Pictures in rows of at most three, under one title.
record SideBySide(String title, List<? extends Picture> parts) implements Picture {

    private static final int MOST_COLUMNS = 3;
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

    private int rows() {
        return Math.max(1, (parts.size() + columns() - 1) / columns());
    }

    @Override
    public Size size() {
        return new Size(columns() * WIDTH, TOP + rows() * HEIGHT);
    }

    @Override
    public void paint(Graphics2D graphics, Size size, Theme theme) {
        new Brush(graphics, theme).centered(title, Lettering.TITLE, Tone.INK, size.width() / 2, TOP / 2 - 8);
        var part = new Size(size.width() / columns(), (size.height() - TOP) / rows());
        for (int i = 0; i < parts.size(); i++) {
            int row = i / columns();
            double left = (i - row * columns()) * part.width();
            double top = TOP + row * part.height();
            graphics.translate(left, top);
            parts.get(i).paint(graphics, part, theme);
            graphics.translate(-left, -top);
        }
    }
}
