package io.chainrule.service.web;

import static io.chainrule.service.web.ProblemAnswersTest.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@WebTest
class MinimizationControllerTest {

    private static final String ROSENBROCK = "'expression': '(1-x)^2+100*(y-x^2)^2', 'start': {'x': -1.2, 'y': 1}";

    @Autowired
    private MockMvcTester web;

    @Autowired
    private JsonMapper json;

    @ParameterizedTest
    @ValueSource(strings = {"", ", 'optimizer': 'newton'", ", 'optimizer': {'type': 'lbfgs', 'memory': 3}"})
    void answersMinimumAndPath(String optimizer) throws Exception {
        var answer = answer("{" + ROSENBROCK + optimizer + "}");

        assertThat(answer.at("/minimum/value").doubleValue()).isEqualTo(0, within(1e-8));
        assertThat(answer.at("/minimum/at/x").doubleValue()).isEqualTo(1, within(1e-6));
        assertThat(answer.at("/stopReason").stringValue()).isEqualTo("converged");
        assertThat(answer.at("/gradientNorm").doubleValue()).isLessThanOrEqualTo(1e-8);
        int points = answer.at("/steps").intValue() + 1;
        assertThat(answer.at("/path/step")).hasSize(points);
        assertThat(answer.at("/path/value")).hasSize(points);
        assertThat(answer.at("/path/gradientNorm")).hasSize(points);
        assertThat(answer.at("/path/at/y")).hasSize(points);
        assertThat(answer.at("/path/at/x/0").doubleValue()).isEqualTo(-1.2);
        assertThat(answer.at("/path/value/0").doubleValue()).isEqualTo(24.2, within(1e-13));
    }

    /// f = x², x = 4: gradient 8, so x = 4 − 0.25·8 = 2.
    @Test
    void treeIsTheSameAsText() throws Exception {
        var answer = answer("""
                {'expression': {'pow': ['x', 2]}, 'start': {'x': 4}, 'maxSteps': 1, 'path': false,
                 'optimizer': {'type': 'sgd', 'learningRate': 0.25}}""");

        assertThat(answer).hasToString("""
                {"minimum":{"value":4.0,"at":{"x":2.0}},"stopReason":"steps","steps":1,"gradientNorm":4.0,"warnings":[]}""");
    }

    @Test
    void divergenceIsAnAnswerNotAProblem() throws Exception {
        var answer = answer(
                "{'expression': 'x-log(x)', 'start': {'x': 2}, 'optimizer': {'type': 'sgd', 'learningRate': 9}}");

        assertThat(answer.at("/stopReason").stringValue()).isEqualTo("diverged");
        assertThat(answer.at("/path/value/1").stringValue()).isEqualTo("NaN");
        assertThat(answer.at("/minimum/at/x").doubleValue()).isEqualTo(2);
    }

    @Test
    void superfluousNamesAreWarnedOf() throws Exception {
        var answer = answer("{'expression': 'x^2', 'start': {'x': 1}, 'constants': {'k': 2}}");

        assertThat(answer.at("/warnings/0/detail").stringValue()).contains("k");
    }

    @ParameterizedTest
    @ValueSource(strings = {"image/svg+xml", "image/png"})
    void twoVariablesHaveAPicture(String type) throws Exception {
        var answer = post("{" + ROSENBROCK + "}", type);

        assertThat(answer).hasStatusOk().hasContentType(type);
        if (type.contains("svg")) {
            assertThat(answer.getResponse().getContentAsString()).contains(">x<", ">y<", "path");
        }
    }

    @Test
    void pathWithoutExtentOrEndHasAPictureToo() {
        assertThat(post("{'expression': 'x^2+y^2', 'start': {'x': 0, 'y': 0}}", "image/svg+xml"))
                .hasStatusOk();
        assertThat(post("{'expression': 'x-y', 'start': {'x': 0, 'y': 0}}", "image/svg+xml"))
                .hasStatusOk();
        assertThat(post("{'expression': '1e-300*(x+y)', 'start': {'x': 1e300, 'y': -1e300}}", "image/svg+xml"))
                .hasStatusOk();
        assertThat(post(
                        "{'expression': 'x^2-log(y)', 'start': {'x': 1, 'y': 1}, 'optimizer':"
                                + " {'type': 'sgd', 'learningRate': 9}}",
                        "image/svg+xml"))
                .hasStatusOk();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'expression': 'x^2', 'start': {'x': 1}}",
                "{'expression': 'x*y+z', 'start': {'x': 1, 'y': 1, 'z': 1}}"
            })
    void otherNumbersOfVariablesHaveNoPicture(String body) {
        assertProblem(post(body, "image/png"), 406, "not-acceptable");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "{'expression': '2x', 'start': {'x': 1}} | expression-syntax | /expression",
                "{'expression': null, 'start': {'x': 1}} | expression-syntax | /expression",
                "{'expression': {'sinn': ['x']}, 'start': {'x': 1}} | unknown-name | /expression/sinn",
                "{'expression': 'x*y', 'start': {'x': 1}} | missing-variable | /start/y",
                "{'start': {'x': 1}} | invalid-spec | /expression",
                "{'expression': 'x'} | invalid-spec | /start",
                "{'expression': 'x', 'start': {'x': 'NaN'}} | invalid-spec | /start/x",
                "{'expression': 'log(x)', 'start': {'x': -1}} | invalid-spec | /start",
                "{'expression': 'x+a', 'start': {'x': 1, 'a': 1}, 'constants': {'a': 2}} | invalid-spec | /constants/a",
                "{'expression': '1', 'start': {'x': 1}} | invalid-spec | /start",
                "{'expression': 'x', 'start': {'x': 1}, 'maxSteps': 0} | invalid-spec | /maxSteps",
                "{'expression': 'x', 'start': {'x': 1}, 'tolerance': -1} | invalid-spec | /tolerance",
                "{'expression': 'x', 'start': {'x': 1}, 'maxSeconds': 1e9} | invalid-spec | /maxSeconds",
                "{'expression': 'x', 'start': {'x': 1}, 'optimizer': 'bfgs'} | invalid-spec | /optimizer",
                "{'expression': 'x', 'start': {'x': 1}, 'optimizer': {'type': 'adam', 'momentum': 1}} | invalid-spec"
                        + " | /optimizer/momentum",
            })
    void mistakesAreRefusedWithTheirPlace(String body, String code, String pointer) {
        var answer = post(body);

        assertProblem(answer, 422, code);
        assertThat(answer).bodyJson().extractingPath("$.errors[0].pointer").isEqualTo(pointer);
    }

    @Test
    void trainingJobsRefuseWhatNeedsMoreThanAGradient() {
        var answer = web.post()
                .uri("/v1/training-jobs")
                .contentType(MediaType.APPLICATION_JSON)
                .content("{\"dataset\": \"sample-two-clouds\", \"optimizer\": \"newton\"}")
                .exchange();

        assertProblem(answer, 422, "invalid-spec");
        assertThat(answer).bodyJson().extractingPath("$.errors[0].pointer").isEqualTo("/optimizer");
    }

    private JsonNode answer(String body) throws Exception {
        var answer = post(body);
        assertThat(answer).hasStatusOk().hasContentType(MediaType.APPLICATION_JSON);
        return json.readTree(answer.getResponse().getContentAsString());
    }

    private MvcTestResult post(String body) {
        return post(body, MediaType.ALL_VALUE);
    }

    private MvcTestResult post(String body, String accept) {
        return web.post()
                .uri("/v1/minimizations")
                .header("Accept", accept)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body.replace('\'', '"'))
                .exchange();
    }
}
