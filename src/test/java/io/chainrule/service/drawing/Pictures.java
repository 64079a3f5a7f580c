package io.chainrule.service.drawing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.w3c.dom.Element;

/// What holds for every picture, and a place to look at them: `-Dpictures=folder`.
public final class Pictures {

    public static final String HOSTILE = "</text><script>alert('x')</script> & \"q\"";
    public static final String CONTROLS = " \u0000\u202E]]>";

    private Pictures() {}

    /// Well formed and harmless in both themes, alike whenever it is drawn, as large as was asked.
    public static void assertDrawn(String name, Picture picture) throws Exception {
        for (var theme : Theme.values()) {
            var appearance = Appearance.DEFAULT.in(theme);
            var svg = Svg.of(picture, appearance);
            assertHarmless(SvgDocuments.parsed(svg).getDocumentElement());
            assertThat(svg).doesNotContain("<script").isEqualTo(Svg.of(picture, appearance));
            keep(name + "-" + theme + ".svg", svg.getBytes(StandardCharsets.UTF_8));
            var png = Png.of(picture, appearance);
            assertThat(png).isEqualTo(Png.of(picture, appearance));
            keep(name + "-" + theme + ".png", png);
            var image = ImageIO.read(new ByteArrayInputStream(png));
            assertThat(image.getWidth())
                    .isEqualTo((int) Math.rint(picture.size().width()));
            assertThat(image.getHeight())
                    .isEqualTo((int) Math.rint(picture.size().height()));
            for (int width : List.of(400, 2000)) {
                var sized = Png.of(picture, new Appearance(theme, width, null));
                keep(name + "-" + theme + "-" + width + ".png", sized);
                assertThat(ImageIO.read(new ByteArrayInputStream(sized)).getWidth())
                        .isEqualTo(width);
            }
            var small = ImageIO.read(new ByteArrayInputStream(Png.of(picture, new Appearance(theme, 300, 200))));
            assertThat(List.of(small.getWidth(), small.getHeight())).containsExactly(300, 200);
        }
    }

    private static void assertHarmless(Element element) {
        assertThat(element.getTagName()).isNotIn("script", "foreignObject", "a", "image", "iframe");
        var attributes = element.getAttributes();
        for (int i = 0; i < attributes.getLength(); i++) {
            assertThat(attributes.item(i).getNodeName()).doesNotStartWith("on").doesNotContain("href");
            assertThat(attributes.item(i).getNodeValue()).doesNotContain("NaN", "Infinity");
        }
        for (var child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element inner) {
                assertHarmless(inner);
            }
        }
    }

    public static List<String> texts(Picture picture) throws Exception {
        return SvgDocuments.texts(SvgDocuments.parsed(Svg.of(picture, Appearance.DEFAULT)));
    }

    private static void keep(String file, byte[] bytes) throws Exception {
        var folder = System.getProperty("pictures");
        if (folder != null) {
            Files.write(Files.createDirectories(Path.of(folder)).resolve(file), bytes);
        }
    }
}
