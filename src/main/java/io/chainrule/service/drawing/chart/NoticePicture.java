package io.chainrule.service.drawing.chart;

import io.chainrule.service.drawing.Brush;
import io.chainrule.service.drawing.Lettering;
import io.chainrule.service.drawing.Picture;
import io.chainrule.service.drawing.PlainText;
import io.chainrule.service.drawing.Size;
import io.chainrule.service.drawing.Theme;
import io.chainrule.service.drawing.Tone;
import java.awt.Graphics2D;

/// Says why there is nothing to see, in the place of the picture that would be there.
///
/// @param reason a few words
public record NoticePicture(String title, String reason) implements Picture {

    private static final double MARGIN = 24;
    private static final double TOP = 8;

    public NoticePicture {
        title = PlainText.of(title);
        reason = PlainText.of(reason);
    }

    @Override
    public String description() {
        return reason + ".";
    }

    @Override
    public Size size() {
        return new Size(480, 320);
    }

    @Override
    public void paint(Graphics2D graphics, Size size, Theme theme) {
        var brush = new Brush(graphics, theme);
        double center = size.width() / 2;
        double width = Math.max(1, size.width() - 2 * MARGIN);
        brush.centered(PlainText.of(title, Lettering.TITLE, width), Lettering.TITLE, Tone.INK, center, TOP);
        double middle = (size.height() - Lettering.BODY.lineHeight()) / 2;
        brush.centered(PlainText.of(reason, Lettering.BODY, width), Lettering.BODY, Tone.INK, center, middle);
    }
}
