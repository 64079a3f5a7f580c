package io.chainrule.service.web;

import static io.chainrule.service.web.ProblemAnswersTest.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
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
