package io.chainrule.service.drawing;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/// Pictures as pixels.
public final class Png {

    /// A picture whose size nobody chose gets no more pixels than this on a side.
    private static final double LONGEST_SIDE = 4000;

    private Png() {}

    public static byte[] of(Picture picture, Appearance appearance) {
        var asked = appearance.sizeOf(picture);
        var size = asked.times(Math.min(1, LONGEST_SIDE / Math.max(asked.width(), asked.height())))
                .rounded();
        var image = new BufferedImage((int) size.width(), (int) size.height(), BufferedImage.TYPE_INT_RGB);
        var graphics = image.createGraphics();
        try {
            smoothen(graphics);
            graphics.setColor(Tone.BACKGROUND.in(appearance.theme()));
            graphics.fillRect(0, 0, image.getWidth(), image.getHeight());
            picture.paint(graphics, size, appearance.theme());
        } finally {
            graphics.dispose();
        }
        return encoded(image);
    }

    private static void smoothen(Graphics2D graphics) {
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    }

    private static byte[] encoded(BufferedImage image) {
        var bytes = new ByteArrayOutputStream();
        try (var output = new MemoryCacheImageOutputStream(bytes)) {
            if (!ImageIO.write(image, "png", output)) {
                throw new IllegalStateException("The JDK has no PNG writer");
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }
}
