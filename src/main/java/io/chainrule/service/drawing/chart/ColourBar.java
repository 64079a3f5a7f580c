package io.chainrule.service.drawing.chart;

import io.chainrule.service.drawing.Brush;
import io.chainrule.service.drawing.Lettering;
import io.chainrule.service.drawing.ShortNumber;
import io.chainrule.service.drawing.Tone;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;

/// Which colour stands for the values between which levels: equally high boxes, the levels written between them.
final class ColourBar {

    private static final double GAP = 14;
    private static final double WIDTH = 14;
    private static final double TICK = 4;
    private static final int DIGITS = 4;

    private final double[] levels;

    ColourBar(double[] levels) {
        this.levels = levels.clone();
    }

    /// How much room it takes on the right of a plot.
    double width() {
        double widest = 0;
        for (double level : levels) {
            widest = Math.max(widest, Lettering.SMALL.width(text(level)));
        }
        return GAP + WIDTH + TICK + 3 + widest;
    }

    void paint(Brush brush, Rectangle2D dataArea) {
        double left = dataArea.getMaxX() + GAP;
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
                        left + WIDTH + TICK + 3,
                        bottom - Lettering.SMALL.lineHeight() / 2);
            }
        }
        brush.stroke(new Rectangle2D.Double(left, dataArea.getY(), WIDTH, dataArea.getHeight()), Tone.LINE, 1);
    }

    private static String text(double level) {
        return ShortNumber.typeset(level, DIGITS);
    }
}
