package io.chainrule.service.drawing;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.AffineTransform;

/// Paints in tones and kinds of lettering rather than colours and fonts.
public record Brush(Graphics2D graphics, Theme theme) {

    public void fill(Shape shape, Tone tone) {
        graphics.setColor(tone.in(theme));
        graphics.fill(shape);
    }

    public void stroke(Shape shape, Tone tone, double width) {
        graphics.setColor(tone.in(theme));
        graphics.setStroke(new BasicStroke((float) width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND));
        graphics.draw(shape);
    }

    /// Text whose line begins at this corner.
    public void text(String text, Lettering lettering, Tone tone, double left, double top) {
        graphics.setColor(tone.in(theme));
        graphics.setFont(lettering.font());
        graphics.drawString(text, (float) left, (float) (top + lettering.ascent()));
    }

    public void centered(String text, Lettering lettering, Tone tone, double center, double top) {
        text(text, lettering, tone, center - lettering.width(text) / 2, top);
    }

    /// Text that runs upwards from its lower left corner.
    public void upwards(String text, Lettering lettering, Tone tone, double x, double bottom) {
        var before = graphics.getTransform();
        graphics.transform(AffineTransform.getQuadrantRotateInstance(3, x, bottom));
        text(text, lettering, tone, x, bottom);
        graphics.setTransform(before);
    }
}
