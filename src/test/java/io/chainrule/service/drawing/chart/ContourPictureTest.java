package io.chainrule.service.drawing.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chainrule.service.drawing.Appearance;
import io.chainrule.service.drawing.Graphs;
import io.chainrule.service.drawing.Pictures;
import io.chainrule.service.drawing.Png;
import io.chainrule.service.drawing.Svg;
import io.chainrule.service.drawing.SvgDocuments;
import io.chainrule.service.drawing.Theme;
import java.io.ByteArrayInputStream;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.w3c.dom.Element;

class ContourPictureTest {

    private static final List<String> HOSTILE = Graphs.HOSTILE;
    private static final double[] PATH_X = {-1.2, -0.9, 0, 1};
    private static final double[] PATH_Y = {1, 0.8, 0, 1};

    private static ContourPicture rosenbrock() {
        return ContourPicture.of("(1-x)^2 + 100*(y-x^2)^2", Landscapes.rosenbrock(), PATH_X, PATH_Y);
    }

    @ParameterizedTest
    @EnumSource
    void namesAxesLevelsStartAndEnd(Theme theme) throws Exception {
        var document = SvgDocuments.parsed(Svg.of(rosenbrock(), Appearance.DEFAULT.in(theme)));
        assertThat(SvgDocuments.texts(document))
                .contains("(1-x)^2 + 100*(y-x^2)^2", "x", "y", "−2", "2.5", "50", "2000")
                .contains("start (−1.2, 1)", "end (1, 1)", "path, 3 steps")
                .doesNotContain("halo");
        assertThat(document.getElementsByTagName("desc").item(0).getTextContent())
                .contains("over x from -2 to 2 and y from -1 to 3", "in 3 steps from (-1.2, 1) to (1, 1)");
    }

    @ParameterizedTest
    @FieldSource("HOSTILE")
    void hostileNamesStayText(String name) throws Exception {
        var landscape = Landscapes.of(name, name, -1, 1, -1, 1, (x, y) -> x * y);
        var svg = Svg.of(ContourPicture.of(name, landscape, PATH_X, PATH_Y), Appearance.DEFAULT);
        var document = SvgDocuments.parsed(svg);
        for (var element : List.of("script", "foreignObject", "a", "image", "use", "style", "iframe")) {
            assertThat(document.getElementsByTagName(element).getLength()).isZero();
        }
        assertThat(svg.codePoints()).noneMatch(point -> point == 0x202E || point == 0x1B || point == 0xFFFE);
    }

    @Test
    void hasTheSizeThatWasAsked() throws Exception {
        for (var size : List.of(new int[] {1200, 700}, new int[] {100, 100}, new int[] {2000, 150})) {
            var image = ImageIO.read(
                    new ByteArrayInputStream(Png.of(rosenbrock(), new Appearance(Theme.LIGHT, size[0], size[1]))));
            assertThat(image.getWidth()).isEqualTo(size[0]);
            assertThat(image.getHeight()).isEqualTo(size[1]);
        }
    }

    @Test
    void isDrawnHarmlesslyInBothThemes() throws Exception {
        Pictures.assertDrawn("contours", rosenbrock());
    }

    @Test
    void missingValuesAndDivergingPathsAreDrawnAsFarAsTheyGo() throws Exception {
        var landscape = Landscapes.of("x", "y", -1, 1, -1, 1, (x, y) -> Math.log(x) / y);
        double[] diverging = {0.5, 1e300, Double.POSITIVE_INFINITY, Double.NaN};
        var picture = ContourPicture.of("log(x)/y", landscape, diverging, diverging);
        for (var theme : Theme.values()) {
            var svg = Svg.of(picture, Appearance.DEFAULT.in(theme));
            var paths = SvgDocuments.parsed(svg).getElementsByTagName("path");
            for (int i = 0; i < paths.getLength(); i++) {
                assertThat(((Element) paths.item(i)).getAttribute("d")).matches("[MLCQZ0-9. -]*");
            }
            assertThat(Png.of(picture, Appearance.DEFAULT.in(theme))).isNotEmpty();
        }
    }

    @Test
    void gridMustBeGrid() {
        assertThatThrownBy(() -> new Landscape("x", "y", new double[] {0}, new double[] {0, 1}, new double[2][1]))
                .hasMessage("A grid has at least 2×2 points, but got 1×2");
        assertThatThrownBy(() -> new Landscape("x", "y", new double[] {1, 0}, new double[] {0, 1}, new double[2][2]))
                .hasMessage("The points of an axis ascend, but 1.0 comes before 0.0");
        assertThatThrownBy(() -> new Landscape("x", "y", new double[] {0, 1}, new double[] {0, 1}, new double[3][2]))
                .hasMessage("Expected 2 rows of 2 values");
        assertThatThrownBy(() -> ContourPicture.of("f", Landscapes.rosenbrock(), new double[1], new double[2]))
                .hasMessageContaining("1 and 2");
    }
}
