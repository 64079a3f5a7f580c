package io.chainrule.service.drawing;

import java.awt.Font;
import java.awt.font.FontRenderContext;

/// The few kinds of text that pictures have.
public enum Lettering {
    TITLE(Font.BOLD, 15),
    HEADING(Font.BOLD, 13),
    BODY(Font.PLAIN, 12),
    SMALL(Font.PLAIN, 11);

    /// Followed, in SVG, by families of the same width for readers who lack it.
    public static final String FAMILY = "DejaVu Sans";

    static final String FALLBACKS = "'DejaVu Sans', Verdana, Geneva, sans-serif";

    private static final FontRenderContext CONTEXT = new FontRenderContext(null, true, true);

    private final Font font;
    private final double ascent;
    private final double lineHeight;

    Lettering(int style, int size) {
        font = new Font(FAMILY, style, size);
        ascent = 0.93 * size;
        lineHeight = 1.3 * size;
    }

    public Font font() {
        return font;
    }

    /// From the top of a line to its base line.
    public double ascent() {
        return ascent;
    }

    public double lineHeight() {
        return lineHeight;
    }

    public double width(String text) {
        return text.isEmpty() ? 0 : font.getStringBounds(text, CONTEXT).getWidth();
    }
}
