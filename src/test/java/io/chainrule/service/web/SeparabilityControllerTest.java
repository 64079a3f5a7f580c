package io.chainrule.service.web;

import static io.chainrule.service.web.ProblemAnswersTest.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@WebTest
class SeparabilityControllerTest {

    @Autowired
    private MockMvcTester web;

    @Autowired
    private JsonMapper json;

    @Test
    void separableDatasetComesWithAWitnessForEveryExample() throws Exception {
        var answer = tree(get("sample-two-clouds"));
        assertThat(answer.get("separable").booleanValue()).isTrue();
        assertThat(answer.get("pairs")).hasToString("[{\"classes\":[\"blue\",\"red\"],\"separable\":true}]");
        var witness = answer.get("witness");
        assertThat(witness.get("inputs")).hasToString("[\"x1\",\"x2\"]");
        assertThat(witness.get("classes")).hasToString("[\"blue\",\"red\"]");
        var examples = tree(web.get()
                .uri("/v1/datasets/sample-two-clouds/examples?pageSize=100")
                .exchange());
        for (var example : examples.get("items")) {
            double blue = score(witness, 0, example);
            double red = score(witness, 1, example);
            assertThat(blue > red).isEqualTo(example.get("label").stringValue().equals("blue"));
        }
    }

    private static double score(JsonNode witness, int label, JsonNode example) {
        return witness.at("/weights/0/" + label).doubleValue()
                        * example.get("x1").doubleValue()
                + witness.at("/weights/1/" + label).doubleValue()
                        * example.get("x2").doubleValue()
                + witness.at("/biases/" + label).doubleValue();
    }

    @Test
    void inseparableDatasetNamesThePair() throws Exception {
        var answer = tree(get("sample-four-sections"));
        assertThat(answer.get("separable").booleanValue()).isFalse();
        assertThat(answer.has("witness")).isFalse();
        assertThat(answer.get("pairs")
                        .valueStream()
                        .filter(pair -> !pair.get("separable").booleanValue())
                        .map(pair -> pair.get("classes").toString()))
                .containsExactly("[\"first\",\"fourth\"]");
    }

    @Test
    void incompleteRowsAreLeftOutAndSaidSo() throws Exception {
        var answer = tree(get("sample-penguins"));
        assertThat(answer.get("examples").intValue()).isEqualTo(333);
        assertThat(answer.get("separable").booleanValue()).isTrue();
        assertThat(answer.at("/witness/inputs").toString()).contains("\"island=Biscoe\"", "\"bill_length_mm\"");
        assertThat(answer.get("warnings")).hasToString("[\"11 rows are left out because values are missing there\"]");
    }

    @Test
    void valuesCannotBeSeparated() throws Exception {
        var created = web.post()
                .uri("/v1/datasets")
                .contentType(MediaType.APPLICATION_JSON)
                .content("{\"generate\": {\"type\": \"sine\"}}")
                .exchange();
        var answer = get(tree(created).get("id").stringValue());
        assertProblem(answer, 422, "invalid-spec");
        assertThat(answer).bodyJson().extractingPath("$.detail").asString().contains("Only classes can be separated");
    }

    @Test
    void unknownDatasetIsNotFound() {
        assertProblem(get("ds_none"), 404, "not-found");
    }

    private MvcTestResult get(String id) {
        return web.get().uri("/v1/datasets/" + id + "/separability").exchange();
    }

    private JsonNode tree(MvcTestResult answer) throws Exception {
        return json.readTree(answer.getResponse().getContentAsString());
    }
}
