package io.chainrule.service.web;

import static io.chainrule.service.web.ProblemAnswersTest.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@WebTest
class GeneratedDatasetTest {

    @Autowired
    private MockMvcTester web;

    @Autowired
    private JsonMapper json;

    @Test
    void recipeOfTheSampleMakesTheSample() throws Exception {
        var answer =
                post("{'name': 'my moons', 'generate': {'type': 'moons', 'examples': 200, 'noise': 0.1, 'seed': 7}}");
        assertThat(answer).hasStatus(201);
        var dataset = tree(answer);
        assertThat(dataset.get("name").stringValue()).isEqualTo("my moons");
        assertThat(dataset.get("classes"))
                .hasToString("[{\"label\":\"lower\",\"count\":100},{\"label\":\"upper\",\"count\":100}]");
        var sample = tree(web.get().uri("/v1/datasets/sample-moons").exchange());
        assertThat(dataset.get("digest")).isEqualTo(sample.get("digest"));
    }

    @Test
    void everyGeneratorOfTheCatalogMakesADataset() throws Exception {
        var generators = tree(web.get().uri("/v1/catalog").exchange()).get("generators");
        assertThat(generators
                        .valueStream()
                        .map(generator -> generator.get("type").stringValue()))
                .containsExactly(
                        "moons",
                        "circles",
                        "blobs",
                        "xor",
                        "spiral",
                        "gaussians",
                        "checkerboard",
                        "linear",
                        "sine",
                        "plane",
                        "gauss-surface",
                        "expression");
        for (var generator : generators) {
            var needed =
                    json.createObjectNode().put("type", generator.get("type").stringValue());
            generator.get("parameters").forEach(parameter -> {
                if (parameter.get("required").booleanValue()) {
                    needed.set(parameter.get("name").stringValue(), parameter.get("example"));
                }
            });
            assertThat(post("{'generate': " + needed + "}"))
                    .as(needed.toString())
                    .hasStatus(201);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "{'generate': {'type': 'moon'}} | /generate/type | did you mean \"moons\"?",
                "{'generate': {'type': 'moons', 'examples': 200001}} | /generate/examples | at most 200000",
                "{'generate': {'type': 'moons', 'noise': -1}} | /generate/noise | at least 0",
                "{'generate': {'type': 'moons', 'radius': 1}} | /generate/radius | Unknown name",
                "{'generate': {'type': 'blobs', 'examples': 2}} | /generate/examples | Each of 3 classes",
                "{'generate': {'type': 'expression', 'target': 'x'}} | /generate/inputs | is required",
                "{'generate': {'type': 'expression', 'inputs': {'x': [1, 0]}, 'target': 'x'}} | /generate/inputs/x | least",
                "{'generate': {'type': 'expression', 'inputs': {'x': [0, 1]}, 'target': 'y'}} | /generate/target | called y",
                "{'generate': {'type': 'expression', 'inputs': {'x': [0, 1]}, 'target': '1/(x-x)'}} | /generate/target | finite",
                "{'generate': {'type': 'xor'}, 'target': 'label'} | /target | leave this out",
                "{'generate': {'type': 'xor'}, 'task': 'regression'} | /task | leave this out",
                "{'generate': {'type': 'xor'}, 'rows': []} | /rows | one of the three",
            })
    void wrongRecipesAreRefusedWithTheirPlace(String body, String pointer, String detail) {
        var answer = post(body);
        assertProblem(answer, 422, "invalid-spec");
        assertThat(answer).bodyJson().extractingPath("$.errors[0].pointer").isEqualTo(pointer);
        assertThat(answer)
                .bodyJson()
                .extractingPath("$.errors[0].detail")
                .asString()
                .contains(detail);
    }

    @Test
    void targetThatCannotBeReadIsShownWhereItStands() {
        var answer = post("{'generate': {'type': 'expression', 'inputs': {'x': [0, 1]}, 'target': '2x'}}");
        assertProblem(answer, 422, "expression-syntax");
        assertThat(answer).bodyJson().extractingPath("$.errors[0].pointer").isEqualTo("/generate/target");
    }

    private MvcTestResult post(String body) {
        return web.post()
                .uri("/v1/datasets")
                .contentType(MediaType.APPLICATION_JSON)
                .content(body.replace('\'', '"'))
                .exchange();
    }

    private JsonNode tree(MvcTestResult answer) throws Exception {
        return json.readTree(answer.getResponse().getContentAsString());
    }
}
