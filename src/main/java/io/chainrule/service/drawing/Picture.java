package io.chainrule.service.drawing;

import java.awt.Graphics2D;

/// Something that can be painted. There is one painting, whatever it comes out as.
public interface Picture {

    /// What it shows, in a few words.
    String title();

    /// What it shows, for somebody who cannot see it.
    String description();

    /// The size it has if nobody asks for another.
    Size size();

    /// The size it has if only a width is asked for.
    default Size sizeOfWidth(double width) {
        return size().times(width / size().width());
    }

    /// Paints onto the rectangle from the origin to this size, whose background is there already.
    void paint(Graphics2D graphics, Size size, Theme theme);
}
