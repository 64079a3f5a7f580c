package io.chainrule.service.drawing;

import static org.assertj.core.api.Assertions.assertThat;

import io.chainrule.service.drawing.graph.GraphPicture;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class PngTest {

    private final Picture picture = GraphPicture.of(Graphs.WORKED, Graphs.worked());

    @Test
    void hasTheSizeThatWasAsked() throws IOException {
        var image = read(Png.of(picture, new Appearance(Theme.LIGHT, 640, 480)));
        assertThat(image.getWidth()).isEqualTo(640);
        assertThat(image.getHeight()).isEqualTo(480);
    }

    @Test
    void sizeThatNobodyAskedForIsBounded() throws IOException {
        var chain = "x1" + "+x1".repeat(200);
        var image = read(Png.of(GraphPicture.of(chain, Graphs.of(chain)), Appearance.DEFAULT));
        assertThat(image.getWidth()).isEqualTo(4000);
    }

    @Test
    void themesHaveTheirBackground() throws IOException {
        var light = read(Png.of(picture, Appearance.DEFAULT));
        var dark = read(Png.of(picture, Appearance.DEFAULT.in(Theme.DARK)));
        assertThat(light.getRGB(0, 0)).isEqualTo(Tone.BACKGROUND.in(Theme.LIGHT).getRGB());
        assertThat(dark.getRGB(0, 0)).isEqualTo(Tone.BACKGROUND.in(Theme.DARK).getRGB());
    }

    @Test
    void showsSomething() throws IOException {
        var image = read(Png.of(picture, Appearance.DEFAULT));
        var colours = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        assertThat(java.util.Arrays.stream(colours).distinct().count()).isGreaterThan(100);
    }

    @Test
    void sameInputGivesSameBytes() {
        assertThat(Png.of(GraphPicture.of(Graphs.WORKED, Graphs.worked()), Appearance.DEFAULT))
                .isEqualTo(Png.of(picture, Appearance.DEFAULT));
    }

    private static BufferedImage read(byte[] png) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(png));
    }
}
