package io.chainrule.service.web;

import static io.chainrule.service.web.ProblemAnswersTest.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/// How an answer gets its form; gradients stand for whatever can be drawn.
@WebTest
class GradientPicturesTest {

    private static final String PRODUCT = "{\"expression\": \"x*y\", \"at\": {\"x\": 2, \"y\": 3}}";

    @Autowired
    private MockMvcTester web;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "*/* | application/json",
                "application/json | application/json",
                "application/* | application/json",
                "image/svg+xml | image/svg+xml",
                "image/png | image/png",
                "image/* | image/svg+xml",
                "text/vnd.graphviz | text/vnd.graphviz;charset=UTF-8",
                "text/plain | text/plain;charset=UTF-8",
                "text/plain;charset=utf-8 | text/plain;charset=UTF-8",
                "image/avif,image/webp,image/svg+xml,image/*,*/*;q=0.8 | image/svg+xml",
                "text/html,application/xhtml+xml,*/*;q=0.8 | application/json",
                "image/png;q=0.5, image/svg+xml;q=0.4 | image/png",
                "image/png, image/svg+xml | image/png",
                "application/json;q=0, */* | image/svg+xml",
            })
    void acceptHeaderChoosesTheForm(String accept, String contentType) {
        var answer = post(PRODUCT, "", accept);
        assertThat(answer).hasStatusOk().hasHeader("Vary", "Accept").hasHeader("Content-Type", contentType);
    }

    @Test
    void withoutAcceptHeaderTheAnswerIsJson() {
        var answer = web.post()
                .uri("/v1/gradients")
                .contentType(MediaType.APPLICATION_JSON)
                .content(PRODUCT)
                .exchange();
        assertThat(answer).hasStatusOk().hasContentType(MediaType.APPLICATION_JSON);
    }

    @ParameterizedTest
    @CsvSource({
        "json, application/json",
        "svg, image/svg+xml",
        "png, image/png",
        "dot, text/vnd.graphviz;charset=UTF-8",
        "text, text/plain;charset=UTF-8",
    })
    void formatOverridesTheAcceptHeader(String format, String contentType) {
        assertThat(post(PRODUCT, "?format=" + format, "application/xml"))
                .hasStatusOk()
                .hasHeader("Content-Type", contentType);
    }

    @Test
    void pictureHasThemeAndSize() throws Exception {
        var image = ImageIO.read(
                new ByteArrayInputStream(post(PRODUCT, "?format=png&theme=dark&width=300&height=200", "*/*")
                        .getResponse()
                        .getContentAsByteArray()));
        assertThat(image.getWidth()).isEqualTo(300);
        assertThat(image.getHeight()).isEqualTo(200);
        assertThat(image.getRGB(0, 0) & 0xFF).isLessThan(0x40);
    }

    @Test
    void textIsUnicode() throws Exception {
        assertThat(text(post(PRODUCT, "", "text/plain"))).contains("├─ x  2", "└─ y  3");
        assertThat(text(post(PRODUCT, "", "text/vnd.graphviz"))).contains("x × y");
        assertThat(text(post(PRODUCT, "", "image/svg+xml"))).contains(">x × y</text>");
    }

    @Test
    void pictureOpenedByItselfCanDoNothing() {
        assertThat(post(PRODUCT, "", "image/svg+xml"))
                .headers()
                .hasHeaderSatisfying(
                        "Content-Security-Policy",
                        policy -> assertThat(policy.getFirst()).contains("default-src 'none'", "sandbox"));
    }

    @ParameterizedTest
    @CsvSource({"'',application/xml", "'',image/gif", "'',text/html", "?format=csv,*/*", "'',text/csv"})
    void otherFormsAreNotAcceptable(String query, String accept) {
        var answer = post(PRODUCT, query, accept);
        assertProblem(answer, 406, "not-acceptable");
        assertThat(answer)
                .hasHeader("Vary", "Accept")
                .bodyJson()
                .extractingPath("$.detail")
                .isEqualTo("This can be answered as application/json, image/svg+xml, image/png, text/vnd.graphviz,"
                        + " text/plain");
    }

    @ParameterizedTest
    @CsvSource({
        "?format=gif, format",
        "?format=SVG, format",
        "?theme=sepia, theme",
        "?width=2001, width",
        "?width=99, width",
        "?height=0, height",
        "?height=10.5, height",
        "?width=wide, width",
        "?colour=red, colour",
    })
    void wrongParametersAreNamed(String query, String parameter) {
        var answer = post(PRODUCT, query, "image/png");
        assertProblem(answer, 400, "invalid-parameter");
        assertThat(answer).bodyJson().extractingPath("$.errors[0].parameter").isEqualTo(parameter);
    }

    @Test
    void graphBeyondReadingIsRefusedAsPictureOnly() {
        var sum = "{\"expression\": \"x" + "+1".repeat(250) + "\", \"at\": {\"x\": 2}}";
        for (var accept : new String[] {"image/svg+xml", "image/png", "text/plain"}) {
            var answer = post(sum, "", accept);
            assertProblem(answer, 422, "expression-too-complex");
            assertThat(answer).bodyJson().extractingPath("$.limit").isEqualTo(500);
        }
        assertThat(post(sum, "", "*/*")).hasStatusOk();
        assertThat(post(sum, "", "text/vnd.graphviz")).hasStatusOk();
    }

    @Test
    void namesBetweenBackticksAreEscaped() throws Exception {
        var hostile = "{\"expression\": \"`<script>alert(1)</script>`+1\", \"at\": {\"<script>alert(1)</script>\": 2}}";
        assertThat(text(post(hostile, "", "image/svg+xml")))
                .doesNotContain("<script")
                .contains("&lt;script&gt;");
        assertThat(text(post(hostile, "", "text/vnd.graphviz"))).doesNotContain("<script");
    }

    private static String text(MvcTestResult answer) throws Exception {
        assertThat(answer).hasStatusOk();
        return new String(answer.getResponse().getContentAsByteArray(), java.nio.charset.StandardCharsets.UTF_8);
    }

    private MvcTestResult post(String body, String query, String accept) {
        return web.post()
                .uri("/v1/gradients" + query)
                .contentType(MediaType.APPLICATION_JSON)
                .header("Accept", accept)
                .content(body)
                .exchange();
    }
}
