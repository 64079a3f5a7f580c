package io.chainrule.service.web;

import static io.chainrule.service.drawing.SvgDocuments.parsed;
import static io.chainrule.service.drawing.SvgDocuments.texts;
import static io.chainrule.service.web.ProblemAnswersTest.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
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

/// Several columns predicted at once, from the CSV file to predictions, measures and pictures of each.
@WebTest
class SeveralTargetsControllerTest {

    private static final String JOBS = "/v1/training-jobs";

    @Autowired
    private MockMvcTester web;

    @Autowired
    private JsonMapper json;

    /// sum is u + v, and difference is 3u − 2v.
    private String dataset() throws Exception {
        var rows = IntStream.range(0, 40)
                .mapToObj(i -> "%d,%d,%d,%d%n".formatted(i % 7, i % 5, i % 7 + i % 5, 3 * (i % 7) - 2 * (i % 5)))
                .reduce("u,v,sum,difference\n", String::concat);
        return tree(web.post()
                        .uri("/v1/datasets?target=sum&task=regression")
                        .contentType(MediaType.valueOf("text/csv"))
                        .content(rows)
                        .exchange())
                .get("id")
                .stringValue();
    }

    private MvcTestResult post(String path, String body) {
        return web.post()
                .uri(path)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .exchange();
    }

    private JsonNode trained(String body) throws Exception {
        var id = tree(post(JOBS, body)).get("id").stringValue();
        return await().atMost(Duration.ofSeconds(20))
                .until(
                        () -> tree(web.get().uri(JOBS + "/" + id).exchange()),
                        job -> job.get("state").stringValue().equals("succeeded"));
    }

    private JsonNode fitted(String features) throws Exception {
        return trained("""
                {"dataset": "%s", "target": ["sum", "difference"], "features": %s, "optimizer": "lbfgs", "epochs": 200}""".formatted(dataset(), features));
    }

    @Test
    void eachTargetIsPredictedAndMeasuredByName() throws Exception {
        var job = fitted("[\"u\", \"v\"]");
        assertThat(job.at("/spec/target")).hasToString("[\"sum\",\"difference\"]");
        assertThat(tree(web.get()
                                .uri(JOBS + "/" + job.get("id").stringValue() + "/spec")
                                .exchange())
                        .get("target"))
                .isEqualTo(job.at("/spec/target"));
        var model = "/v1/models/" + job.get("model").stringValue();

        var predicted = tree(post(
                model + "/predictions",
                "{\"rows\": [{\"u\": 1, \"v\": 2}, {\"u\": 0, \"v\": 10}], \"gradients\": true}"));
        assertThat(predicted.at("/values/sum/1").doubleValue()).isCloseTo(10, within(1e-6));
        assertThat(predicted.at("/values/difference/0").doubleValue()).isCloseTo(-1, within(1e-6));
        assertThat(predicted.at("/gradients/difference/u/0").doubleValue()).isCloseTo(3, within(1e-6));
        assertThat(predicted.at("/gradients/sum/v/1").doubleValue()).isCloseTo(1, within(1e-6));

        var metrics = tree(web.get().uri(model + "/metrics").exchange());
        assertThat(metrics.get("r2").doubleValue()).isCloseTo(1, within(1e-9));
        assertThat(metrics.at("/outputs/difference/mae").doubleValue()).isCloseTo(0, within(1e-6));
        assertThat(web.get().uri(model + "/model.onnx")).hasStatusOk();
        assertThat(web.get().uri(JOBS + "/" + job.get("id").stringValue() + "/report"))
                .hasStatusOk()
                .bodyText()
                .contains("sum, difference");
    }

    @Test
    void picturesAreOfTheTargetAskedFor() throws Exception {
        var model = "/v1/models/" + fitted("[\"u\", \"v\"]").get("model").stringValue();
        var grid = tree(web.get()
                .uri(model + "/decision-boundary?resolution=2&xMin=0&xMax=1&yMin=0&yMax=1&output=difference")
                .exchange());
        assertThat(grid.get("output").stringValue()).isEqualTo("difference");
        assertThat(grid.at("/value/1/1").doubleValue()).isCloseTo(1, within(1e-6));
        assertThat(tree(web.get().uri(model + "/decision-boundary?resolution=2").exchange())
                        .get("output")
                        .stringValue())
                .isEqualTo("sum");
        assertThat(drawn(model + "/decision-boundary?format=svg&output=difference"))
                .contains("difference")
                .doesNotContain("sum");
        var unknown =
                web.get().uri(model + "/decision-boundary?output=differenc").exchange();
        assertProblem(unknown, 400, "invalid-parameter");
        assertThat(unknown).bodyJson().extractingPath("$.errors[0].parameter").isEqualTo("output");

        var line = "/v1/models/" + fitted("[\"u\"]").get("model").stringValue() + "/metrics?format=svg";
        assertThat(drawn(line)).contains("sum by u");
        assertThat(drawn(line + "&output=difference")).contains("difference by u");
        for (var wrong : List.of(line + "&output=u", "/v1/models/sample-two-clouds-linear/metrics?output=label")) {
            assertProblem(web.get().uri(wrong).exchange(), 400, "invalid-parameter");
        }
    }

    @Test
    void oneTargetStaysAsItIs() throws Exception {
        var job = trained("{\"dataset\": \"%s\", \"epochs\": 1}".formatted(dataset()));
        assertThat(job.at("/spec/target").stringValue()).isEqualTo("sum");
        var model = "/v1/models/" + job.get("model").stringValue();
        var predicted = tree(post(
                model + "/predictions", "{\"rows\": [{\"u\": 1, \"v\": 2, \"difference\": 0}], \"gradients\": true}"));
        assertThat(predicted.at("/values/0").isNumber()).isTrue();
        assertThat(predicted.at("/gradients/u/0").isNumber()).isTrue();
        assertThat(tree(web.get().uri(model + "/metrics").exchange()).has("outputs"))
                .isFalse();
        assertThat(tree(web.get().uri(model + "/decision-boundary?resolution=2").exchange())
                        .has("output"))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ["pressure"]           | "linear" | /target
            ["volume", "volume"]   | "linear" | /target/1
            ["volume", "pressur"]  | "linear" | /target/1
            ["volume", "pressure"] | {"type": "expression", "expression": "a*pressure", "parameters": {"a": 1}} | /model/expression
            ["volume", "pressure"] | "linear" | /features
            """)
    void whatCannotBePredictedIsRefusedWithItsPlace(String target, String model, String pointer) {
        var answer =
                post(JOBS, "{\"dataset\": \"sample-misra1a\", \"target\": %s, \"model\": %s}".formatted(target, model));
        assertProblem(answer, 422, "invalid-spec");
        assertThat(answer).bodyJson().extractingPath("$.errors[0].pointer").isEqualTo(pointer);
    }

    private Iterable<String> drawn(String path) throws Exception {
        var svg = web.get().uri(path).exchange();
        assertThat(svg).hasStatusOk();
        return texts(parsed(svg.getResponse().getContentAsString()));
    }

    private JsonNode tree(MvcTestResult answer) throws Exception {
        return json.readTree(answer.getResponse().getContentAsString());
    }
}
