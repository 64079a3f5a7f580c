package io.chainrule.service.drawing;

import static org.assertj.core.api.Assertions.assertThat;

import io.chainrule.service.drawing.graph.GraphPicture;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.w3c.dom.Element;

class SvgTest {

    private static final List<String> HOSTILE = Graphs.HOSTILE;

    @ParameterizedTest
    @EnumSource
    void isXmlThatSaysWhatItShows(Theme theme) throws Exception {
        var picture = GraphPicture.of(Graphs.WORKED, Graphs.worked());
        var root = SvgDocuments.parsed(Svg.of(picture, Appearance.DEFAULT.in(theme)))
                .getDocumentElement();
        assertThat(root.getTagName()).isEqualTo("svg");
        assertThat(root.getNamespaceURI()).isEqualTo("http://www.w3.org/2000/svg");
        assertThat(root.getAttribute("role")).isEqualTo("img");
        assertThat(root.getFirstChild().getNodeName()).isEqualTo("title");
        assertThat(root.getFirstChild().getTextContent()).isEqualTo(Graphs.WORKED);
        assertThat(root.getElementsByTagName("desc").item(0).getTextContent())
                .startsWith("Computational graph with 21 nodes. Value 0.6351.")
                .contains("w1 0.3498", "x2 -0.1244");
    }

    @Test
    void textIsText() throws Exception {
        var picture = GraphPicture.of(Graphs.WORKED, Graphs.worked());
        assertThat(SvgDocuments.texts(SvgDocuments.parsed(Svg.of(picture, Appearance.DEFAULT))))
                .contains(Graphs.WORKED, "w1 × x1", "exp(·)", "1 / ·", "value", "gradient", "0.6351", "−0.4005")
                .contains("× 0.2", "= 0.04976", "× −0.2163", "= −0.2163");
    }

    @ParameterizedTest
    @FieldSource("HOSTILE")
    void hostileNamesStayText(String name) throws Exception {
        var picture = GraphPicture.of(name, Graphs.named(name));
        var document = SvgDocuments.parsed(Svg.of(picture, Appearance.DEFAULT));
        var elements = document.getElementsByTagName("*");
        for (int i = 0; i < elements.getLength(); i++) {
            var element = (Element) elements.item(i);
            assertThat(element.getTagName())
                    .isIn("svg", "title", "desc", "defs", "g", "path", "rect", "circle", "text");
            for (int j = 0; j < element.getAttributes().getLength(); j++) {
                assertThat(element.getAttributes().item(j).getNodeName().toLowerCase(Locale.ROOT))
                        .doesNotStartWith("on")
                        .doesNotContain("href")
                        .isNotEqualTo("style");
            }
        }
        assertThat(document.getDocumentElement().getTextContent().codePoints())
                .noneMatch(point -> Character.getType(point) == Character.CONTROL || point == 0x202E);
        assertThat(Double.parseDouble(document.getDocumentElement().getAttribute("width")))
                .isLessThan(2000);
    }

    @Test
    void sizeFollowsWhatWasAsked() throws Exception {
        var picture = GraphPicture.of(Graphs.WORKED, Graphs.worked());
        var both = SvgDocuments.parsed(Svg.of(picture, new Appearance(Theme.LIGHT, 800, 300)))
                .getDocumentElement();
        assertThat(both.getAttribute("viewBox")).isEqualTo("0 0 800 300");
        var half = SvgDocuments.parsed(Svg.of(
                        picture,
                        new Appearance(Theme.LIGHT, (int) (picture.size().width() / 2), null)))
                .getDocumentElement();
        assertThat(Double.parseDouble(half.getAttribute("height")))
                .isBetween(picture.size().height() / 2 - 2, picture.size().height() / 2 + 2);
    }

    @Test
    void sameInputGivesSameBytes() {
        var first = Svg.of(GraphPicture.of("f", Graphs.of(Graphs.neurons())), Appearance.DEFAULT);
        var second = Svg.of(GraphPicture.of("f", Graphs.of(Graphs.neurons())), Appearance.DEFAULT);
        assertThat(first).isEqualTo(second);
    }

    @Test
    void themesDiffer() {
        var picture = GraphPicture.of(Graphs.WORKED, Graphs.worked());
        assertThat(Svg.of(picture, Appearance.DEFAULT.in(Theme.DARK)))
                .isNotEqualTo(Svg.of(picture, Appearance.DEFAULT.in(Theme.LIGHT)));
    }
}
