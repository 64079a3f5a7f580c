package io.chainrule.service.web;

import static io.chainrule.service.drawing.SvgDocuments.parsed;
import static io.chainrule.service.drawing.SvgDocuments.texts;
import static io.chainrule.service.web.ProblemAnswersTest.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.w3c.dom.Document;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@WebTest
class ExampleControllerTest {

    private static final String EXAMPLES = "/v1/datasets/sample-penguins/examples";
    private static final MediaType CSV = MediaType.parseMediaType("text/csv");

    @Autowired
    private MockMvcTester web;

    @Autowired
    private JsonMapper json;

    @Test
    void pagesTogetherAreTheWholeDataset() throws Exception {
        int rows = 0;
        String token = "";
        while (token != null) {
            var page = tree(web.get().uri(EXAMPLES + "?pageSize=100" + token).exchange());
            rows += page.get("items").size();
            token = page.has("nextPageToken")
                    ? "&pageToken=" + page.get("nextPageToken").stringValue()
                    : null;
        }
        assertThat(rows).isEqualTo(344);
    }

    @Test
    void missingValuesAreLeftOut() throws Exception {
        var fourth = tree(web.get().uri(EXAMPLES + "?pageSize=4").exchange()).at("/items/3");
        assertThat(fourth).hasToString("{\"species\":\"Adelie\",\"island\":\"Torgersen\",\"year\":2007.0}");
    }

    @Test
    void csvReadsBackToTheSameDataset() throws Exception {
        var csv = web.get().uri(EXAMPLES).accept(CSV).exchange();
        assertThat(csv).hasStatusOk().hasContentType("text/csv;charset=UTF-8").hasHeader("Vary", "Accept");
        var copy = web.post()
                .uri("/v1/datasets?target=species")
                .contentType(CSV)
                .content(csv.getResponse().getContentAsByteArray())
                .exchange();
        assertThat(tree(copy).get("digest"))
                .isEqualTo(tree(web.get().uri("/v1/datasets/sample-penguins").exchange())
                        .get("digest"));
    }

    @Test
    void csvOfSampleHasTheRowsOfItsFile() throws Exception {
        var file = new ClassPathResource("sample-data/two-clouds.csv").getContentAsString(StandardCharsets.UTF_8);
        assertThat(web.get().uri("/v1/datasets/sample-two-clouds/examples").accept(CSV))
                .bodyText()
                .hasLineCount((int) file.lines().count());
    }

    @Test
    void csvCannotSmuggleFormulasIntoSpreadsheets() throws Exception {
        var dataset = tree(web.post()
                .uri("/v1/datasets")
                .contentType(MediaType.APPLICATION_JSON)
                .content("""
                        {"columns": {"=x": ["=1+1", "-2", "a,\\"b\\""], "y": ["@a", "b", "b"], "z": [-1, 2.5, 3]}}""")
                .exchange());
        assertThat(web.get()
                        .uri("/v1/datasets/" + dataset.get("id").stringValue() + "/examples")
                        .accept(CSV))
                .bodyText()
                .isEqualTo("'=x,y,z\r\n'=1+1,'@a,-1\r\n'-2,b,2.5\r\n\"a,\"\"b\"\"\",b,3\r\n");
    }

    @Test
    void pictureShowsTheExamplesOverTheFirstTwoNumbersOrThoseAskedFor() throws Exception {
        assertThat(texts(svg(EXAMPLES)))
                .contains("bill_length_mm", "bill_depth_mm", "Adelie", "penguins: 342 examples");
        assertThat(texts(svg(EXAMPLES + "?x=year"))).contains("year", "bill_length_mm");
        assertThat(texts(svg(EXAMPLES + "?y=bill_length_mm"))).contains("bill_depth_mm", "bill_length_mm");
        var png = web.get()
                .uri(EXAMPLES + "?format=png&theme=dark&width=640&x=body_mass_g&y=flipper_length_mm")
                .exchange();
        assertThat(png).hasStatusOk().hasContentType(MediaType.IMAGE_PNG);
        assertThat(ImageIO.read(new ByteArrayInputStream(png.getResponse().getContentAsByteArray()))
                        .getWidth())
                .isEqualTo(640);
    }

    @Test
    void oneFeatureIsDrawnAgainstTheTargetAndNoneNotAtAll() throws Exception {
        var line = dataset("""
                {"columns": {"t": [1, 2, 3], "v": [2.5, 1, 0.5]}}""");
        assertThat(texts(svg(line))).contains("t", "v");
        var words = dataset("""
                {"columns": {"n": [1, 2, 3], "c": ["a", "b", "b"]}}""");
        assertProblem(web.get().uri(words + "?format=svg").exchange(), 406, "not-acceptable");
        assertThat(web.get().uri(words)).hasStatusOk();
    }

    @Test
    void pictureOfManyExamplesSaysHowManyItShows() throws Exception {
        var csv = new StringBuilder("a,b,c\n");
        for (int i = 0; i < 9000; i++) {
            csv.append(i % 97).append(',').append(i % 89).append(i % 2 == 0 ? ",x\n" : ",y\n");
        }
        var created = web.post()
                .uri("/v1/datasets?name=many")
                .contentType(CSV)
                .content(csv.toString())
                .exchange();
        var svg = svg("/v1/datasets/" + tree(created).get("id").stringValue() + "/examples");
        assertThat(texts(svg)).contains("many: 3,000 of 9,000 examples");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "x=bill_lenght_mm | x | has no column bill_lenght_mm; did you mean bill_length_mm?",
                "y=species | y | y must be a column of numbers, but species is of type category",
                "x=year&y=year | y | x and y must be different columns, but both are year",
            })
    void wrongAxesAreRefused(String query, String parameter, String detail) {
        var answer = web.get().uri(EXAMPLES + "?" + query).exchange();
        assertProblem(answer, 400, "invalid-parameter");
        assertThat(answer).bodyJson().extractingPath("$.errors[0].parameter").isEqualTo(parameter);
        assertThat(answer).bodyJson().extractingPath("$.detail").asString().contains(detail);
    }

    @Test
    void formatOverridesTheAcceptHeaderAndPagesOfCsvAreLinked() {
        var csv = web.get().uri(EXAMPLES + "?format=csv&pageSize=10").exchange();
        assertThat(csv)
                .hasStatusOk()
                .hasContentType("text/csv;charset=UTF-8")
                .bodyText()
                .hasLineCount(11);
        assertThat(csv.getResponse().getHeader("Link")).contains("format=csv", "pageToken=", "rel=\"next\"");
        assertThat(web.get().uri(EXAMPLES).accept(CSV).exchange().getResponse().getHeader("Link"))
                .isNull();
    }

    private String dataset(String body) throws Exception {
        var created = web.post()
                .uri("/v1/datasets")
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .exchange();
        return "/v1/datasets/" + tree(created).get("id").stringValue() + "/examples";
    }

    private Document svg(String uri) throws Exception {
        var answer = web.get().uri(uri).accept("image/svg+xml").exchange();
        assertThat(answer).hasStatusOk().hasContentType("image/svg+xml");
        return parsed(answer.getResponse().getContentAsString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"pageSize=0", "pageSize=10001", "offset=3"})
    void parametersAreChecked(String query) {
        assertProblem(web.get().uri(EXAMPLES + "?" + query).exchange(), 400, "invalid-parameter");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "cm93OjEwMDA", "cm93Oi0x", "cm93OmE", "%C3%A4"})
    void tokensOfOthersAreRefused(String token) {
        assertProblem(
                web.get().uri(URI.create(EXAMPLES + "?pageToken=" + token)).exchange(), 400, "invalid-page-token");
    }

    private JsonNode tree(MvcTestResult answer) throws Exception {
        return json.readTree(answer.getResponse().getContentAsString());
    }
}
