package io.chainrule.service.web;

import static io.chainrule.service.web.ProblemAnswersTest.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

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
class GradientControllerTest {

    @Autowired
    private MockMvcTester web;

    @Autowired
    private JsonMapper json;

    @Test
    void answersValueAndGradient() throws Exception {
        var answer = answer("{'expression': 'x^2*y', 'at': {'x': 3, 'y': 2}}");
        assertThat(answer).hasToString("""
                {"expression":"x^2*y","value":18.0,"gradient":{"x":12.0,"y":9.0},"warnings":[]}""");
    }

    @Test
    void workedExampleShowsEveryIntermediateValueAndContribution() throws Exception {
        var answer = answer("""
                {'expression': '1/(1+exp(-(w1*x1+w2*x2)))+0.5*(w1^2+w2^2)',
                 'at': {'x1': 0.2, 'x2': 0.4, 'w1': 0.3, 'w2': -0.5}, 'graph': true}""");
        assertThat(answer.at("/value").doubleValue()).isEqualTo(0.6350570548417855, within(1e-15));
        assertThat(answer.at("/gradient/w1").doubleValue()).isEqualTo(0.349755798116734, within(1e-15));
        assertThat(answer.at("/gradient/w2").doubleValue()).isEqualTo(-0.400488403766532, within(1e-15));
        assertThat(answer.at("/gradient/x1").doubleValue()).isEqualTo(0.074633697175101, within(1e-15));
        assertThat(answer.at("/gradient/x2").doubleValue()).isEqualTo(-0.124389495291835, within(1e-15));
        for (var node : answer.at("/graph/nodes")) {
            assertSumOfContributions(
                    node, answer.at("/graph/edges"), answer.at("/graph/output").intValue());
        }
    }

    private static void assertSumOfContributions(JsonNode node, JsonNode edges, int output) {
        if (!node.has("gradient") || node.get("id").intValue() == output) {
            return;
        }
        double sum = 0;
        for (var edge : edges) {
            if (edge.get("from").equals(node.get("id"))) {
                sum += edge.get("contribution").doubleValue();
            }
        }
        assertThat(node.get("gradient").doubleValue()).as(node.toString()).isEqualTo(sum, within(1e-15));
    }

    @Test
    void hessianIsAnObjectOfObjects() throws Exception {
        var answer = answer("{'expression': 'x^2*y', 'at': {'x': 3, 'y': 2}, 'order': 2}");
        assertThat(answer.get("hessian")).hasToString("{\"x\":{\"x\":4.0,\"y\":6.0},\"y\":{\"x\":6.0,\"y\":0.0}}");
    }

    @Test
    void treeIsTheSameAsText() throws Exception {
        var answer = answer("{'expression': {'mul': [{'pow': ['x', 2]}, 'y']}, 'at': {'x': 3, 'y': 2}, 'wrt': ['y']}");
        assertThat(answer.get("expression").stringValue()).isEqualTo("x^2*y");
        assertThat(answer.get("gradient")).hasToString("{\"y\":9.0}");
    }

    @Test
    void domainErrorIsWarningNotProblem() throws Exception {
        var answer = answer("{'expression': 'log(x)/y', 'at': {'x': -1, 'y': 'Infinity'}}");
        assertThat(answer.get("value").stringValue()).isEqualTo("NaN");
        assertThat(answer.at("/warnings/0/node").isNumber()).isTrue();
        assertThat(answer.at("/warnings/0/fix").stringValue()).isNotBlank();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "{'expression': '2x', 'at': {'x': 1}} | expression-syntax | /expression",
                "{'expression': 'sinn(x)', 'at': {'x': 1}} | unknown-name | /expression",
                "{'expression': {'sinn': ['x']}, 'at': {'x': 1}} | unknown-name | /expression/sinn",
                "{'expression': {'add': [1, {'sin': []}]}} | expression-syntax | /expression/add/1",
                "{'expression': 'x + y/z', 'at': {'x': 1}} | missing-variable | /at/y",
                "{'expression': 'x', 'at': {'x': 1}, 'wrt': ['z']} | unknown-name | /wrt",
                "{'expression': 'x', 'at': {'x': '1'}} | invalid-spec | /at/x",
                "{'expression': 'x', 'at': {'x': 1e999}} | invalid-spec | /at/x",
                "{'expression': 'x', 'at': {'x': null}} | invalid-spec | /at/x",
                "{'expression': 'x', 'at': {'x': 1}, 'order': 3} | invalid-spec | /order",
                "{'expression': 'x', 'at': {'x': 1}, 'graf': true} | invalid-spec | /graf",
                "{'expression': true} | expression-syntax | /expression",
                "{'at': {}} | invalid-spec | /expression",
                "[] | invalid-spec | ^^",
            })
    void mistakesAreRefusedWithTheirPlace(String body, String code, String pointer) {
        var answer = post(body);
        assertProblem(answer, 422, code);
        assertThat(answer).bodyJson().extractingPath("$.errors[0].pointer").isEqualTo(pointer);
    }

    @Test
    void syntaxErrorTellsPositionAndWhatWasExpected() {
        assertThat(post("{'expression': '2x', 'at': {'x': 1}}"))
                .bodyJson()
                .hasPathSatisfying("$.position", value -> value.assertThat().isEqualTo(1))
                .hasPathSatisfying(
                        "$.expected", value -> value.assertThat().asString().isNotBlank())
                .hasPathSatisfying(
                        "$.fix", value -> value.assertThat().asString().contains("2*x"));
    }

    @Test
    void nestingIsLimited() {
        assertThat(post("{'expression': '" + "(".repeat(199) + "x" + ")".repeat(199) + "', 'at': {'x': 1}}"))
                .hasStatusOk();
        assertProblem(
                post("{'expression': '" + "(".repeat(201) + "x" + ")".repeat(201) + "', 'at': {'x': 1}}"),
                422,
                "expression-too-complex");
        assertProblem(post("{'expression': '" + "(".repeat(10_000) + "'}"), 422, "expression-too-complex");
        assertProblem(
                post("{'expression': " + "{'sin':[".repeat(201) + "'x'" + "]}".repeat(201) + ", 'at': {'x': 1}}"),
                422,
                "expression-too-complex");
    }

    private JsonNode answer(String body) throws Exception {
        var answer = post(body);
        assertThat(answer).hasStatusOk().hasContentType(MediaType.APPLICATION_JSON);
        return json.readTree(answer.getResponse().getContentAsString());
    }

    private MvcTestResult post(String body) {
        return web.post()
                .uri("/v1/gradients")
                .contentType(MediaType.APPLICATION_JSON)
                .content(body.replace('\'', '"'))
                .exchange();
    }
}
