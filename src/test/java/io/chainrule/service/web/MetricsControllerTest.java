package io.chainrule.service.web;

import static io.chainrule.service.web.ProblemAnswersTest.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.ArrayList;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
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
class MetricsControllerTest {

    private static final String CLOUDS = "/v1/models/sample-two-clouds-linear";

    @Autowired
    private MockMvcTester web;

    @Autowired
    private JsonMapper json;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sample-two-clouds-linear",
                "sample-four-sections-linear",
                "sample-four-sections-mlp",
                "sample-penguins-linear"
            })
    void metricsFitTheModelAndEachOther(String model) throws Exception {
        var metrics = get("/v1/models/" + model + "/metrics?split=training&roc=true");
        var known = get("/v1/models/" + model).get("metrics");
        int examples = metrics.get("examples").intValue();
        assertThat(metrics.get("accuracy")).isEqualTo(known.get("trainAccuracy"));
        assertThat(metrics.get("loss").doubleValue())
                .isCloseTo(known.get("trainLoss").doubleValue(), within(1e-13));
        int sum = metrics.get("confusionMatrix")
                .valueStream()
                .flatMap(JsonNode::valueStream)
                .mapToInt(JsonNode::intValue)
                .sum();
        assertThat(sum).isEqualTo(examples);
        assertThat(metrics.get("support")
                        .valueStream()
                        .mapToInt(JsonNode::intValue)
                        .sum())
                .isEqualTo(examples);
        var split = get("/v1/training-jobs/" + model + "/split");
        assertThat(split.get("training")).hasSize(examples);
        int curves =
                metrics.get("classes").size() == 2 ? 1 : metrics.get("classes").size();
        assertThat(metrics.get("roc")).hasSize(curves).allSatisfy(curve -> {
            assertThat(curve.at("/threshold/0").stringValue()).isEqualTo("Infinity");
            assertThat(curve.get("truePositiveRate")).hasSameSizeAs(curve.get("threshold"));
            assertThat(curve.get("falsePositiveRate")).hasSameSizeAs(curve.get("threshold"));
        });
    }

    @Test
    void examplesThatWereHeldBackAreMeasuredFirst() throws Exception {
        var job = succeeded("""
                {"dataset": "sample-two-clouds", "epochs": 3, "validation": {"share": 0.3}, "seed": 5}
                """);
        var model = job.get("model").stringValue();
        var usual = get("/v1/models/" + model + "/metrics");
        assertThat(usual.get("split").stringValue()).isEqualTo("validation");
        assertThat(usual.get("examples").intValue()).isEqualTo(30);
        assertThat(usual.get("omitted").intValue()).isEqualTo(70);
        assertThat(usual.get("accuracy")).isEqualTo(job.at("/latest/validationAccuracy"));
        assertThat(get("/v1/models/" + model + "/metrics?split=training").get("accuracy"))
                .isEqualTo(job.at("/latest/trainAccuracy"));
        assertThat(get("/v1/models/" + model + "/metrics?split=all")
                        .get("examples")
                        .intValue())
                .isEqualTo(100);

        var split = get("/v1/training-jobs/" + job.get("id").stringValue() + "/split");
        assertThat(split.get("validation")).hasSize(30);
        var rows = new ArrayList<Integer>();
        split.forEach(part -> part.forEach(row -> rows.add(row.intValue())));
        assertThat(rows)
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.range(0, 100).boxed().toList());
    }

    @Test
    void modelWithoutValidationIsMeasuredByItsTraining() throws Exception {
        var usual = get(CLOUDS + "/metrics");
        assertThat(usual.get("split").stringValue()).isEqualTo("training");
        assertThat(usual).isEqualTo(get(CLOUDS + "/metrics?split=training"));
        assertThat(usual.has("roc")).isFalse();
        var refused = web.get().uri(CLOUDS + "/metrics?split=validation").exchange();
        assertProblem(refused, 400, "invalid-parameter");
        assertThat(refused).bodyJson().extractingPath("$.errors[0].parameter").isEqualTo("split");
    }

    @Test
    void otherDatasetIsMeasuredAsAWhole() throws Exception {
        var metrics = get(CLOUDS + "/metrics?dataset=" + upload("x1,x2,label\n2,2,red\n-2,-2,blue\n2,1,blue\n1,1,\n"));
        assertThat(metrics.has("split")).isFalse();
        assertThat(metrics.get("examples").intValue()).isEqualTo(3);
        assertThat(metrics.get("omitted").intValue()).isEqualTo(1);
        assertThat(metrics.get("confusionMatrix")).hasToString("[[1,1],[0,1]]");
        assertThat(metrics.get("rocAuc").doubleValue()).isEqualTo(1);
    }

    @Test
    void undefinedMeasuresAreLeftOut() throws Exception {
        var metrics = get(CLOUDS + "/metrics?dataset=" + upload("x1,x2,label\n-2,-2,blue\n-2,-1,blue\n"));
        assertThat(metrics.at("/precision/perClass").propertyNames()).containsExactly("blue");
        assertThat(metrics.at("/recall/perClass").propertyNames()).containsExactly("blue");
        assertThat(metrics.has("rocAuc")).isFalse();
        assertThat(metrics.get("accuracy").doubleValue()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "x1,x2,label\\n1,2,green\\n | green | is none of the classes the model knows: blue, red",
                "x1,label\\n1,red\\n | | is missing: the model needs it",
                "x1,x2,color\\n1,2,red\\n | | is missing: it is what the model predicts",
                "x1,x2,label\\nlow,2,red\\nhigh,1,blue\\n | low | must be a number"
            })
    void incompatibleDatasetIsRefusedWithTheReason(String csv, String value, String reason) throws Exception {
        var dataset = upload(csv.replace("\\n", "\n"));
        var refused = web.get().uri(CLOUDS + "/metrics?dataset=" + dataset).exchange();
        assertProblem(refused, 400, "invalid-parameter");
        assertThat(refused)
                .bodyJson()
                .hasPathSatisfying(
                        "$.errors[0].parameter", named -> named.assertThat().isEqualTo("dataset"))
                .hasPathSatisfying(
                        "$.errors[0].detail", detail -> detail.assertThat().isEqualTo(reason))
                .hasPathSatisfying(
                        "$.detail",
                        detail -> detail.assertThat()
                                .asString()
                                .startsWith(
                                        "Dataset \"" + dataset + "\" does not fit model \"sample-two-clouds-linear\": ")
                                .contains(reason))
                .hasPathSatisfying(
                        "$.fix",
                        fix -> fix.assertThat()
                                .asString()
                                .startsWith(
                                        "Name a dataset with the columns label (blue, red), x1 (numbers), x2 (numbers);"));
        if (value != null) {
            assertThat(refused).bodyJson().extractingPath("$.errors[0].value").isEqualTo(value);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "dataset=ds_none, dataset",
        "dataset=sample-penguins&split=training, split",
        "split=test, split",
        "roc=1, roc",
        "curves=true, curves"
    })
    void wrongParametersAreNamed(String query, String parameter) {
        var refused = web.get().uri(CLOUDS + "/metrics?" + query).exchange();
        assertProblem(refused, 400, "invalid-parameter");
        assertThat(refused).bodyJson().extractingPath("$.errors[0].parameter").isEqualTo(parameter);
    }

    @Test
    void unknownModelAndJobAreNotFound() {
        assertProblem(web.get().uri("/v1/models/mdl_none/metrics").exchange(), 404, "not-found");
        assertProblem(web.get().uri("/v1/training-jobs/job_none/split").exchange(), 404, "not-found");
    }

    @Test
    void modelOutlivesItsDataset() throws Exception {
        var data = "x1,label\n1,a\n2,b\n3,a\n4,b\n5,a\n6,b\n7,c\n8,c\n";
        var dataset = upload(data);
        var job = succeeded("{\"dataset\": \"" + dataset + "\", \"epochs\": 2, \"validation\": {\"share\": 0.25}}");
        var metrics = "/v1/models/" + job.get("model").stringValue() + "/metrics";
        var before = get(metrics);
        web.delete().uri("/v1/datasets/" + dataset).exchange();

        for (var uri : new String[] {
            metrics,
            metrics + "?split=training",
            "/v1/training-jobs/" + job.get("id").stringValue() + "/split"
        }) {
            var gone = web.get().uri(uri).exchange();
            assertProblem(gone, 409, "state-conflict");
            assertThat(gone).bodyJson().extractingPath("$.fix").asString().containsIgnoringCase("upload");
        }
        var again = get(metrics + "?split=validation&dataset=" + upload(data));
        assertThat(again.get("confusionMatrix")).isEqualTo(before.get("confusionMatrix"));
        assertThat(again.get("loss")).isEqualTo(before.get("loss"));
    }

    @Test
    void regressionIsJudgedByErrors() throws Exception {
        var dataset = upload("x,y\n1,2.5\n2,4\n3,6.5\n4,8\n5,9.5\n");
        var job = succeeded("{\"dataset\": \"" + dataset
                + "\", \"epochs\": 50, \"optimizer\": {\"type\": \"sgd\", \"learningRate\": 0.05}}");
        var metrics = get("/v1/models/" + job.get("model").stringValue() + "/metrics");
        assertThat(metrics.propertyNames())
                .containsExactly("model", "dataset", "split", "examples", "omitted", "loss", "rmse", "mae", "r2");
        assertThat(metrics.get("rmse").doubleValue())
                .isCloseTo(job.at("/latest/trainRmse").doubleValue(), within(1e-13));
        assertThat(metrics.get("loss").doubleValue())
                .isCloseTo(job.at("/latest/trainLoss").doubleValue(), within(1e-13));
        assertThat(metrics.get("r2").doubleValue()).isBetween(0.5, 1.0);
    }

    @ParameterizedTest
    @CsvSource({
        "sample-two-clouds-linear, '', predicted class",
        "sample-two-clouds-linear, ?picture=confusion-matrix, predicted class",
        "sample-two-clouds-linear, ?picture=roc, AUC 1",
        "sample-penguins-linear, ?picture=roc&split=training&theme=dark, Gentoo",
    })
    void classificationIsDrawn(String model, String query, String shown) throws Exception {
        var svg = draw("/v1/models/" + model + "/metrics" + query, "image/svg+xml");
        assertThat(svg).hasStatusOk().hasContentType("image/svg+xml");
        assertThat(svg.getResponse().getContentAsString()).contains(shown);
        assertThat(draw("/v1/models/" + model + "/metrics" + query, "image/png"))
                .hasStatusOk()
                .hasContentType("image/png");
    }

    @Test
    void regressionOfOneFeatureIsDrawn() throws Exception {
        var one = succeeded("{\"epochs\": 2, \"dataset\": \"" + upload("x,y\n0.1,2.5\n0.2,4\n0.3,6.5\n") + "\"}");
        var fit = draw("/v1/models/" + one.get("model").stringValue() + "/metrics", "image/svg+xml");
        assertThat(fit).hasStatusOk();
        assertThat(fit.getResponse().getContentAsString()).contains("residuals", "3 examples", "y by x");
        var roc = draw("/v1/models/" + one.get("model").stringValue() + "/metrics?picture=roc", "image/png");
        assertProblem(roc, 400, "invalid-parameter");

        var data = upload("x,y,z\n0.1,0.2,2.5\n0.2,0.1,4.5\n0.3,0.5,6.5\n");
        var two = succeeded("{\"epochs\": 2, \"dataset\": \"" + data + "\"}");
        assertProblem(
                draw("/v1/models/" + two.get("model").stringValue() + "/metrics", "image/svg+xml"),
                406,
                "not-acceptable");
    }

    @Test
    void classificationHasNoLine() {
        var refused = draw(CLOUDS + "/metrics?picture=fit", "image/svg+xml");
        assertProblem(refused, 400, "invalid-parameter");
        assertThat(refused).bodyJson().extractingPath("$.errors[0].parameter").isEqualTo("picture");
    }

    private MvcTestResult draw(String uri, String accept) {
        return web.get().uri(uri).header("Accept", accept).exchange();
    }

    private String upload(String csv) throws Exception {
        var answer = web.post()
                .uri("/v1/datasets?name=metrics" + (csv.startsWith("x,y") ? "&task=regression" : ""))
                .header("Content-Type", "text/csv")
                .content(csv)
                .exchange();
        assertThat(answer).hasStatus(201);
        return tree(answer).get("id").stringValue();
    }

    private JsonNode succeeded(String spec) throws Exception {
        var posted = web.post()
                .uri("/v1/training-jobs")
                .contentType(MediaType.APPLICATION_JSON)
                .content(spec)
                .exchange();
        assertThat(posted).hasStatus(202);
        var uri = "/v1/training-jobs/" + tree(posted).get("id").stringValue();
        return Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> get(uri), job -> job.get("state").stringValue().equals("succeeded"));
    }

    private JsonNode get(String uri) throws Exception {
        var answer = web.get().uri(uri).exchange();
        assertThat(answer).hasStatusOk();
        return tree(answer);
    }

    private JsonNode tree(MvcTestResult answer) throws Exception {
        return json.readTree(answer.getResponse().getContentAsString());
    }
}
