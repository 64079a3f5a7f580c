package io.chainrule.service.web;

import static io.chainrule.service.drawing.SvgDocuments.parsed;
import static io.chainrule.service.drawing.SvgDocuments.texts;
import static io.chainrule.service.web.ProblemAnswersTest.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import io.chainrule.learning.training.NistProblem;
import java.time.Duration;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Formulas of one's own, from the CSV file to parameters with standard errors.
@WebTest
class ExpressionModelControllerTest {

    private static final String JOBS = "/v1/training-jobs";
    private static final NistProblem MISRA = NistProblem.named("Misra1a");

    @Autowired
    private MockMvcTester web;

    @Autowired
    private JsonMapper json;

    private String dataset() throws Exception {
        var columns = MISRA.told().get("columns");
        var csv = new StringBuilder("x,y\n");
        for (int i = 0; i < columns.get("x").size(); i++) {
            csv.append("%s,%s%n".formatted(columns.at("/x/" + i), columns.at("/y/" + i)));
        }
        return tree(web.post()
                        .uri("/v1/datasets?name=misra")
                        .contentType(MediaType.valueOf("text/csv"))
                        .content(csv.toString())
                        .exchange())
                .get("id")
                .stringValue();
    }

    private MvcTestResult post(String body) {
        return web.post()
                .uri(JOBS)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .exchange();
    }

    private static String job(String dataset, String start) {
        return """
                {"dataset": "%s", "model": {"type": "expression", "expression": "%s", "parameters": %s},
                 "optimizer": {"type": "levenberg-marquardt"}}""".formatted(dataset, MISRA.formula(), start);
    }

    private JsonNode trained(String body) throws Exception {
        var id = tree(post(body)).get("id").stringValue();
        return await().atMost(Duration.ofSeconds(20))
                .until(
                        () -> tree(web.get().uri(JOBS + "/" + id).exchange()),
                        job -> job.get("state").stringValue().equals("succeeded"));
    }

    @Test
    void fitOfACsvHasTheCertifiedParametersAndErrors() throws Exception {
        var job = trained(job(dataset(), MISRA.told().get("start1").toString()));
        assertThat(job.get("stopReason").stringValue()).isEqualTo("converged");
        assertThat(job.at("/spec/loss/type").stringValue()).isEqualTo("squared-error");
        assertThat(job.at("/spec/features")).hasToString("[\"x\"]");
        var model = "/v1/models/" + job.get("model").stringValue();

        var fit = tree(web.get().uri(model + "/parameters").exchange());
        MISRA.certified().forEach((parameter, certified) -> {
            double error = Objects.requireNonNull(MISRA.standardErrors().get(parameter));
            assertThat(fit.at("/parameters/" + parameter).doubleValue()).isCloseTo(certified, within(1e-9 * certified));
            assertThat(fit.at("/standardErrors/" + parameter).doubleValue()).isCloseTo(error, within(1e-8 * error));
        });

        var metrics = tree(web.get().uri(model + "/metrics").exchange());
        double squares = MISRA.residualSumOfSquares();
        assertThat(metrics.get("residualSumOfSquares").doubleValue()).isCloseTo(squares, within(1e-9 * squares));
        assertThat(metrics.get("residualStandardDeviation").doubleValue())
                .isCloseTo(MISRA.residualStandardDeviation(), within(1e-9));
        assertThat(metrics.at("/covariance/b1/b2")).isEqualTo(metrics.at("/covariance/b2/b1"));
        double variance = metrics.at("/covariance/b2/b2").doubleValue();
        assertThat(Math.sqrt(variance)).isEqualTo(fit.at("/standardErrors/b2").doubleValue());
    }

    @Test
    void modelPredictsWhatTheFormulaSays() throws Exception {
        var model = "/v1/models/sample-misra1a-expression";
        var fit = tree(web.get().uri(model + "/parameters").exchange());
        double b1 = fit.at("/parameters/b1").doubleValue();
        double b2 = fit.at("/parameters/b2").doubleValue();
        var predicted = tree(web.post()
                .uri(model + "/predictions")
                .contentType(MediaType.APPLICATION_JSON)
                .content("{\"rows\": [{\"pressure\": 0}, {\"pressure\": 500}], \"gradients\": true}")
                .exchange());
        assertThat(predicted.at("/values/0").doubleValue()).isZero();
        assertThat(predicted.at("/values/1").doubleValue()).isCloseTo(-b1 * StrictMath.expm1(-500 * b2), within(1e-12));
        assertThat(predicted.at("/gradients/pressure/1").doubleValue())
                .isCloseTo(b1 * b2 * StrictMath.exp(-500 * b2), within(1e-15));
    }

    @Test
    void pictureShowsDataFormulaAndResiduals() throws Exception {
        var svg = web.get()
                .uri("/v1/models/sample-misra1a-expression/metrics?format=svg")
                .exchange();
        assertThat(svg).hasStatusOk();
        assertThat(texts(parsed(svg.getResponse().getContentAsString()))).contains("pressure", "volume", "residual");
        for (var page : new String[] {"/history?format=svg", "/report", "/spec"}) {
            assertThat(web.get().uri(JOBS + "/sample-misra1a-expression" + page))
                    .as(page)
                    .hasStatusOk();
        }
    }

    @Test
    void formulaOfTwoColumnsHasAMapAndNoNumbersWhereItHasNone() throws Exception {
        var rows = IntStream.range(0, 40)
                .mapToObj(i -> "%s,%s,%s%n".formatted(i % 7 + 0.5, i % 11 + 0.5, i % 7 * 0.3 + 0.25))
                .reduce("u,v,w\n", String::concat);
        var dataset = tree(web.post()
                        .uri("/v1/datasets")
                        .contentType(MediaType.valueOf("text/csv"))
                        .content(rows)
                        .exchange())
                .get("id")
                .stringValue();
        var job = trained("""
                {"dataset": "%s", "frames": 3, "epochs": 20, "optimizer": {"type": "sgd", "learningRate": 0.001},
                 "model": {"type": "expression", "expression": "a*sqrt(u) + b*log(v)", "parameters": {"a": 1, "b": 0}}}""".formatted(dataset));
        var boundary = job.at("/links/decisionBoundary").stringValue();
        var grid = tree(web.get()
                .uri(boundary + "?resolution=3&xMin=-1&xMax=3&yMin=1&yMax=2")
                .exchange());
        assertThat(grid.at("/value/0/0").stringValue()).isEqualTo("NaN");
        assertThat(grid.at("/value/0/2").isNumber()).isTrue();
        assertThat(web.get().uri(boundary + "?format=svg&xMin=-1&xMax=3")).hasStatusOk();
        assertThat(web.get().uri(boundary + "?epoch=1&resolution=2")).hasStatusOk();
        assertThat(web.get().uri(JOBS + "/" + job.get("id").stringValue() + "/report"))
                .hasStatusOk();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            'b1*(1-exp(-b2*presure))' | {"b1": 1, "b2": 1} | unknown-name | /model/expression
            'b1*(1-exp(-b2*volume))' | {"b1": 1, "b2": 1} | invalid-spec | /model/expression
            'b1*pressure' | {"b1": 1, "b2": 1} | invalid-spec | /model/parameters/b2
            'b1*pressure' | {"b1": "1"} | invalid-spec | /model/parameters/b1
            'b1*(pressure' | {"b1": 1} | expression-syntax | /model/expression
            'b1 + 2' | {"b1": 1} | invalid-spec | /model/expression
            """)
    void whatCannotBeFittedIsRefusedWithItsPlace(String formula, String start, String code, String pointer) {
        var answer = post("""
                {"dataset": "sample-misra1a", "model": {"type": "expression", "expression": "%s", "parameters": %s}}""".formatted(formula, start));
        assertProblem(answer, 422, code);
        assertThat(answer).bodyJson().extractingPath("$.errors[0].pointer").isEqualTo(pointer);
    }

    @Test
    void minimizationsHaveOtherOptimizers() {
        var answer = web.post()
                .uri("/v1/minimizations")
                .contentType(MediaType.APPLICATION_JSON)
                .content("{\"expression\": \"x^2\", \"start\": {\"x\": 1}, \"optimizer\": \"levenberg-marquardt\"}")
                .exchange();
        assertProblem(answer, 422, "invalid-spec");
    }

    private JsonNode tree(MvcTestResult answer) throws Exception {
        return json.readTree(answer.getResponse().getContentAsString());
    }
}
