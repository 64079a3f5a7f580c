package io.chainrule.service.drawing.chart;

import io.chainrule.service.drawing.Brush;
import io.chainrule.service.drawing.Lettering;
import io.chainrule.service.drawing.PlainText;
import io.chainrule.service.drawing.ShortNumber;
import io.chainrule.service.drawing.Tone;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.ui.RectangleInsets;

/// Which colour stands for the values between which levels: equally high boxes, the levels written between them.
final class ColourBar {

    private static final double GAP = 14;
    private static final double WIDTH = 14;
    private static final double TICK = 4;
    private static final int DIGITS = 4;

    private final double[] levels;
    private final String caption;

    /// @param caption what the values are; empty where the title says it
    ColourBar(double[] levels, String caption) {
        this.levels = levels.clone();
        this.caption = caption;
    }

    /// Widens the right margin of a chart by what the bar takes.
    void makeRoom(JFreeChart chart) {
        var padding = chart.getPadding();
        chart.setPadding(new RectangleInsets(
                padding.getTop(), padding.getLeft(), padding.getBottom(), padding.getRight() + width()));
    }

    private double width() {
        return levels.length == 0
                ? 0
                : GAP + WIDTH + TICK + TICK + widest() + (caption.isEmpty() ? 0 : Lettering.BODY.lineHeight() + TICK);
    }

    private double widest() {
        double widest = 0;
        for (double level : levels) {
            widest = Math.max(widest, Lettering.SMALL.width(text(level)));
        }
        return widest;
    }

    /// Nothing where there are no levels.
    void paint(Brush brush, Rectangle2D dataArea) {
        if (levels.length == 0) {
            return;
        }
        double left = dataArea.getMaxX() + GAP;
        bands(brush, dataArea, left);
        brush.stroke(new Rectangle2D.Double(left, dataArea.getY(), WIDTH, dataArea.getHeight()), Tone.LINE, 1);
        var shown = PlainText.of(caption, Lettering.BODY, dataArea.getHeight());
        brush.upwards(
                shown,
                Lettering.BODY,
                Tone.INK,
                left + WIDTH + TICK + TICK + widest() + TICK,
                dataArea.getCenterY() + Lettering.BODY.width(shown) / 2);
    }

    private void bands(Brush brush, Rectangle2D dataArea, double left) {
        double height = dataArea.getHeight() / (levels.length + 1);
        for (int band = 0; band <= levels.length; band++) {
            double bottom = dataArea.getMaxY() - band * height;
            brush.graphics().setColor(ContourBands.colour(band, levels.length, brush.theme()));
            brush.graphics().fill(new Rectangle2D.Double(left, bottom - height, WIDTH, height));
            if (band > 0) {
                brush.stroke(new Line2D.Double(left, bottom, left + WIDTH + TICK, bottom), Tone.LINE, 1);
                brush.text(
                        text(levels[band - 1]),
                        Lettering.SMALL,
                        Tone.MUTED,
                        left + WIDTH + TICK + TICK,
                        bottom - Lettering.SMALL.lineHeight() / 2);
            }
        }
    }

    private static String text(double level) {
        return ShortNumber.typeset(level, DIGITS);
    }
}
