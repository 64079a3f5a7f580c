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

/// What can be asked of an expression beyond value and gradient.
@WebTest
class ExplainedGradientTest {

    private static final String WORKED = "'expression': '1/(1+exp(-(w1*x1+w2*x2)))+0.5*(w1^2+w2^2)'";
    private static final String RIGHT_W1 = "x1*exp(-(w1*x1+w2*x2))/(1+exp(-(w1*x1+w2*x2)))^2 + w1";
    private static final String WRONG_X2 = "-w2*exp(-(w1*x1+w2*x2))/(1+exp(-(w1*x1+w2*x2)))^2 + w2";

    @Autowired
    private MockMvcTester web;

    @Autowired
    private JsonMapper json;

    @Test
    void stepsGoForwardThenBackward() throws Exception {
        var steps = answer("/v1/gradients", "{'expression': 'x*y+x', 'at': {'x': 3, 'y': 2}, 'steps': true}")
                .get("steps");
        assertThat(steps).hasSize(6);
        assertThat(steps.get(0))
                .hasToString("""
                {"pass":"forward","node":2,"rule":"x*y","explanation":"%s","operands":[3.0,2.0],"value":6.0,"arithmetic":"3*2 = 6"}""".formatted(steps.get(0).get("explanation").stringValue()));
        assertThat(steps.get(2).get("pass").stringValue()).isEqualTo("backward");
        assertThat(steps.get(2).get("edge")).hasToString("{\"from\":2,\"to\":3,\"position\":0}");
        assertThat(steps.get(5).get("contribution").doubleValue()).isEqualTo(3);
    }

    @Test
    void certificateComparesThreeWays() throws Exception {
        var check = answer("/v1/gradients", "{'expression': 'sin(x)', 'at': {'x': 1}, 'check': true}")
                .get("check");
        assertThat(check.get("verdict").stringValue()).isEqualTo("agree");
        assertThat(check.at("/variables/x/forward")).isEqualTo(check.at("/variables/x/reverse"));
        assertThat(check.at("/variables/x/relativeError").doubleValue()).isLessThan(1e-9);
    }

    @Test
    void kinkIsToldWithBothSlopes() throws Exception {
        var answer = answer("/v1/gradients", "{'expression': 'abs(x)', 'at': {'x': 0}, 'check': true}");
        assertThat(answer.at("/gradient/x").doubleValue()).isZero();
        assertThat(answer.at("/warnings/0/oneSided/x")).hasToString("{\"left\":-1.0,\"right\":1.0}");
        assertThat(answer.at("/check/verdict").stringValue()).isEqualTo("kink");
    }

    @Test
    void directionGivesDerivativeAndHessianTimesVector() throws Exception {
        var answer = answer(
                "/v1/gradients",
                "{'expression': 'x^2*y', 'at': {'x': 3, 'y': 2}, 'order': 2, 'direction': {'x': 1, 'y': -1}}");
        assertThat(answer.get("directional").doubleValue()).isEqualTo(12 - 9);
        assertThat(answer.get("hessianVector")).hasToString("{\"x\":-2.0,\"y\":6.0}");
    }

    @Test
    void formulasParseAndAreReadable() throws Exception {
        var answer = answer("/v1/gradients", "{'expression': 'x^3*y', 'at': {'x': 3, 'y': 2}, 'formulas': true}");
        assertThat(answer.get("latex").stringValue()).contains("x^{3}");
        var formula = answer.at("/derivatives/x/text").stringValue();
        assertThat(answer("/v1/gradients", "{'expression': '" + formula + "', 'at': {'x': 3, 'y': 2}}")
                        .get("value")
                        .doubleValue())
                .isEqualTo(54);
    }

    @Test
    void batchAnswersColumnsAndOneWarningForBadRows() throws Exception {
        var answer = answer("/v1/gradients", "{'expression': 'log(x)*y', 'at': {'x': [1, -1, 2, -3], 'y': 2}}");
        assertThat(answer.get("value")).hasSize(4);
        assertThat(answer.at("/value/1").stringValue()).isEqualTo("NaN");
        assertThat(answer.at("/gradient/x/2").doubleValue()).isEqualTo(1);
        assertThat(answer.get("warnings")).hasSize(1);
        assertThat(answer.at("/warnings/0/row").intValue()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "/v1/gradients | {'expression': 'x', 'at': {'x': [1, 2]}, 'graph': true} | invalid-spec | /graph",
                "/v1/gradients | {'expression': 'x*y', 'at': {'x': [1, 2], 'y': [1]}} | invalid-spec | /at/y",
                "/v1/gradients | {'expression': 'x', 'at': {'x': []}} | invalid-spec | /at/x",
                "/v1/gradients | {'expression': 'x', 'at': {'x': [1, '2']}} | invalid-spec | /at/x/1",
                "/v1/gradients | {'expression': 'x', 'at': {'x': 1}, 'direction': {'z': 1}} | unknown-name | /direction",
                "/v1/jacobians | {'expressions': []} | invalid-spec | /expressions",
                "/v1/jacobians | {'expressions': ['x', '2x'], 'at': {'x': 1}} | expression-syntax | /expressions/1",
                "/v1/gradient-checks | {'expression': 'x', 'claimed': {'x': '1+'}} | expression-syntax | /claimed/x",
                "/v1/gradient-checks | {'expression': 'x', 'claimed': {}} | invalid-spec | /claimed",
                "/v1/gradient-checks | {'expression': 'x', 'claimed': [{'x': '1'}, 3]} | invalid-spec | /claimed/1",
                "/v1/gradient-checks | {'expression': 'x', 'claimed': {'y': '1'}} | unknown-name | /claimed",
            })
    void mistakesAreRefusedWithTheirPlace(String path, String body, String code, String pointer) {
        var answer = post(path, body);
        assertProblem(answer, 422, code);
        assertThat(answer).bodyJson().extractingPath("$.errors[0].pointer").isEqualTo(pointer);
    }

    @Test
    void jacobianHasRowPerExpression() throws Exception {
        var answer = answer("/v1/jacobians", "{'expressions': ['x*y', 'x+y'], 'at': {'x': 3, 'y': 2}}");
        assertThat(answer.get("jacobian")).hasToString("[[2.0,3.0],[1.0,1.0]]");
        assertThat(answer.get("variables")).hasToString("[\"x\",\"y\"]");
    }

    @Test
    void wrongDerivationIsRefutedAndRightOneIsNot() throws Exception {
        var answer = answer(
                "/v1/gradient-checks",
                "{" + WORKED + ", 'claimed': {'w1': '" + RIGHT_W1 + "', 'x2': '" + WRONG_X2 + "'}}");
        assertThat(answer.get("verdict").stringValue()).isEqualTo("wrong");
        assertThat(answer.at("/variables/w1/verdict").stringValue()).isEqualTo("correct");
        assertThat(answer.at("/variables/w1/pointsTried").intValue()).isGreaterThanOrEqualTo(20);
        var refuted = answer.at("/variables/x2/counterexample");
        assertThat(refuted.get("claimed").doubleValue())
                .isNotCloseTo(refuted.get("actual").doubleValue(), within(1e-6));
    }

    @Test
    void severalSubmissionsAreMarkedOneByOne() throws Exception {
        var answer = answer("/v1/gradient-checks", "{'expression': 'x^2', 'claimed': [{'x': '2*x'}, {'x': 'x'}]}");
        assertThat(answer.at("/submissions/0/verdict").stringValue()).isEqualTo("correct");
        assertThat(answer.at("/submissions/1/verdict").stringValue()).isEqualTo("wrong");
    }

    private JsonNode answer(String path, String body) throws Exception {
        var answer = post(path, body);
        assertThat(answer).hasStatusOk().hasContentType(MediaType.APPLICATION_JSON);
        return json.readTree(answer.getResponse().getContentAsString());
    }

    private MvcTestResult post(String path, String body) {
        return web.post()
                .uri(path)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body.replace('\'', '"'))
                .exchange();
    }
}
