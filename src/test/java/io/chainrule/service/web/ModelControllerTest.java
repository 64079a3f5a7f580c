package io.chainrule.service.web;

import static io.chainrule.service.web.ProblemAnswersTest.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
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
class ModelControllerTest {

    private static final String CLOUDS = "/v1/models/sample-two-clouds-linear";

    @Autowired
    private MockMvcTester web;

    @Autowired
    private JsonMapper json;

    @Test
    void modelTellsWhereItComesFrom() throws Exception {
        var model = get(CLOUDS);
        assertThat(model.at("/lineage/job").stringValue()).isEqualTo("sample-two-clouds-linear");
        assertThat(model.at("/lineage/dataset").stringValue()).isEqualTo("sample-two-clouds");
        assertThat(model.at("/lineage/datasetDigest"))
                .isEqualTo(get("/v1/datasets/sample-two-clouds").get("digest"));
        assertThat(model.at("/metrics/trainAccuracy").doubleValue()).isEqualTo(1);
        assertThat(model.get("epoch").intValue()).isEqualTo(500);
    }

    @Test
    void modelsAreListedAndFiltered() throws Exception {
        assertThat(get("/v1/models?modelType=mlp&dataset=sample-four-sections").at("/items"))
                .isNotEmpty()
                .allSatisfy(model ->
                        assertThat(model.at("/spec/model/type").stringValue()).isEqualTo("mlp"))
                .allSatisfy(model ->
                        assertThat(model.at("/lineage/dataset").stringValue()).isEqualTo("sample-four-sections"));
        assertThat(get("/v1/models?job=sample-four-sections-mlp")
                        .at("/items/0/id")
                        .stringValue())
                .isEqualTo("sample-four-sections-mlp");
        assertThat(get("/v1/models?job=job_none").at("/items")).isEmpty();
        assertProblem(web.get().uri("/v1/models?state=x").exchange(), 400, "invalid-parameter");
        var unknown = web.get().uri("/v1/models?modelType=mpl").exchange();
        assertProblem(unknown, 400, "invalid-parameter");
        assertThat(unknown)
                .bodyJson()
                .extractingPath("$.detail")
                .isEqualTo("modelType is one of linear, mlp, layers, expression; did you mean mlp?");
    }

    @Test
    void parametersComeInLayersWithRowForEachInput() throws Exception {
        var parameters = get("/v1/models/sample-four-sections-mlp/parameters").get("parameters");
        assertThat(parameters.propertyNames())
                .containsExactly("layers.0.weights", "layers.0.biases", "layers.1.weights", "layers.1.biases");
        assertThat(parameters.get("layers.0.weights"))
                .hasSize(2)
                .allSatisfy(row -> assertThat(row).hasSize(16));
        assertThat(parameters.get("layers.0.biases"))
                .hasSize(16)
                .allSatisfy(bias -> assertThat(bias.isNumber()).isTrue());
        assertThat(parameters.get("layers.1.weights")).hasSize(16);
    }

    @Test
    void predictionIsTheSameForJsonCsvAndDataset() throws Exception {
        var examples =
                get("/v1/datasets/sample-two-clouds/examples?pageSize=200").get("items");
        var ofRows = tree(predict("{\"rows\": " + examples + "}"));
        var ofDataset = tree(predict("{\"dataset\": \"sample-two-clouds\"}"));
        var csv = web.get()
                .uri("/v1/datasets/sample-two-clouds/examples")
                .header("Accept", "text/csv")
                .exchange()
                .getResponse()
                .getContentAsByteArray();
        var ofCsv = tree(web.post()
                .uri(CLOUDS + "/predictions")
                .header("Content-Type", "text/csv")
                .content(csv)
                .exchange());
        assertThat(ofDataset).isEqualTo(ofRows);
        assertThat(ofCsv).isEqualTo(ofRows);
        var labels = new ArrayList<String>();
        examples.forEach(example -> labels.add(example.get("label").stringValue()));
        assertThat(ofRows.get("labels").valueStream().map(JsonNode::stringValue))
                .containsExactlyElementsOf(labels);
    }

    @Test
    void gradientsAreTheSameForJsonCsvAndDataset() throws Exception {
        var examples =
                get("/v1/datasets/sample-two-clouds/examples?pageSize=200").get("items");
        var ofRows = tree(predict("{\"rows\": " + examples + ", \"gradients\": true}"));
        var ofCsv = tree(web.post()
                .uri(CLOUDS + "/predictions?gradients=true")
                .header("Content-Type", "text/csv")
                .content(web.get()
                        .uri("/v1/datasets/sample-two-clouds/examples")
                        .header("Accept", "text/csv")
                        .exchange()
                        .getResponse()
                        .getContentAsByteArray())
                .exchange());
        assertThat(tree(predict("{\"dataset\": \"sample-two-clouds\", \"gradients\": true}")))
                .isEqualTo(ofRows);
        assertThat(ofCsv).isEqualTo(ofRows);
        assertThat(ofRows.get("gradients").propertyNames()).containsExactly("x1", "x2");
        assertThat(ofRows.at("/gradients/x1")).hasSize(100);
    }

    /// Of two classes, p = 1/(1 + e^-(w·x + b)) has the gradient p(1-p)w.
    @Test
    void gradientIsThatOfTheWinningClass() throws Exception {
        var weights = get(CLOUDS + "/parameters").at("/parameters/layers.0.weights");
        var answer = tree(predict("{\"rows\": [{\"x1\": 0.5, \"x2\": 0.2}], \"gradients\": true}"));
        var winner = answer.at("/labels/0").stringValue();
        double p = answer.at("/probabilities/" + winner + "/0").doubleValue();
        double sign = winner.equals("red") ? 1 : -1;
        for (int feature = 0; feature < 2; feature++) {
            double w = weights.at("/" + feature + "/1").doubleValue()
                    - weights.at("/" + feature + "/0").doubleValue();
            assertThat(answer.at("/gradients/x" + (feature + 1) + "/0").doubleValue())
                    .isCloseTo(sign * p * (1 - p) * w, within(1e-14));
        }
    }

    @Test
    void datasetThatDoesNotFitIsRefusedWithPointer() {
        var answer = predict("{\"dataset\": \"sample-penguins\"}");
        assertProblem(answer, 422, "invalid-spec");
        assertThat(answer).bodyJson().extractingPath("$.errors[0].pointer").isEqualTo("/dataset");
        assertThat(answer)
                .bodyJson()
                .extractingPath("$.errors[0].detail")
                .isEqualTo("Column x1: is missing: the model needs it");
    }

    @Test
    void moreRowsThanTheLimitAreRefused() {
        var csv = "x1,x2\n" + "1,2\n".repeat(10_001);
        assertProblem(
                web.post()
                        .uri(CLOUDS + "/predictions")
                        .header("Content-Type", "text/csv")
                        .content(csv)
                        .exchange(),
                422,
                "dataset-invalid");
        var rows = "{\"x1\": 1, \"x2\": 2},".repeat(10_000) + "{\"x1\": 1, \"x2\": 2}";
        var answer = predict("{\"rows\": [" + rows + "]}");
        assertProblem(answer, 422, "invalid-spec");
        assertThat(answer).bodyJson().extractingPath("$.errors[0].pointer").isEqualTo("/rows");
    }

    @Test
    void gridLabelsEqualPredictionsAtItsPoints() throws Exception {
        var boundary = get("/v1/models/sample-four-sections-mlp/decision-boundary?resolution=12x9&probabilities=all");
        assertThat(boundary.get("label"))
                .hasSize(9)
                .allSatisfy(row -> assertThat(row).hasSize(12));
        var rows = json.createArrayNode();
        for (int j = 0; j < 9; j++) {
            for (int i = 0; i < 12; i++) {
                rows.addObject().put("x1", at(boundary.get("x"), i)).put("x2", at(boundary.get("y"), j));
            }
        }
        var predictions = tree(web.post()
                .uri("/v1/models/sample-four-sections-mlp/predictions")
                .contentType(MediaType.APPLICATION_JSON)
                .content("{\"rows\": " + rows + "}")
                .exchange());
        for (int point = 0; point < rows.size(); point++) {
            var label = boundary.at("/label/" + point / 12 + "/" + point % 12).intValue();
            var name = boundary.at("/classes/" + label).stringValue();
            assertThat(predictions.at("/labels/" + point).stringValue()).isEqualTo(name);
            assertThat(boundary.at("/probability/" + point / 12 + "/" + point % 12))
                    .isEqualTo(predictions.get("probabilities").get(name).get(point));
        }
    }

    private static double at(JsonNode axis, int point) {
        var min = axis.get("min").doubleValue();
        return min
                + point
                        * (axis.get("max").doubleValue() - min)
                        / (axis.get("count").intValue() - 1);
    }

    @Test
    void jobAndModelHaveTheSameBoundary() throws Exception {
        var ofJob = get("/v1/training-jobs/sample-two-clouds-linear/decision-boundary?resolution=5");
        var ofModel = get(CLOUDS + "/decision-boundary?resolution=5");
        assertThat(ofJob.get("label")).isEqualTo(ofModel.get("label"));
        assertThat(ofJob.get("job").stringValue()).isEqualTo("sample-two-clouds-linear");
        assertThat(ofJob.has("model")).isFalse();
        assertThat(ofJob.get("epoch").intValue()).isEqualTo(500);
    }

    @Test
    void usualBoundaryHasHundredPointsSide() throws Exception {
        var boundary = get(CLOUDS + "/decision-boundary");
        assertThat(boundary.at("/x/count").intValue()).isEqualTo(100);
        assertThat(boundary.get("probability")).hasSize(100);
        assertThat(boundary.at("/probability/0/0").doubleValue()).isEqualTo(1, within(0.5));
    }

    @ParameterizedTest
    @CsvSource({
        "resolution=1, resolution",
        "resolution=513, resolution",
        "resolution=12x, resolution",
        "x=x3, x",
        "x=x1&y=x1, y",
        "xMin=5&xMax=1, xMax",
        "xMin=NaN, xMin",
        "xMin=1e999, xMin",
        "fixed.x3=1, fixed.x3",
        "fixed.x1=1, fixed.x1",
        "probabilities=none, probabilities",
        "xmin=3, xmin"
    })
    void wishesForBoundaryAreChecked(String query, String parameter) {
        var answer = web.get().uri(CLOUDS + "/decision-boundary?" + query).exchange();
        assertProblem(answer, 400, "invalid-parameter");
        assertThat(answer).bodyJson().extractingPath("$.errors[0].parameter").isEqualTo(parameter);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "{} | ^^",
                "{'rows': [{'x1': 1, 'x2': 2}], 'dataset': 'sample-two-clouds'} | /dataset",
                "{'dataset': 'ds_none'} | /dataset",
                "{'rows': [{'x1': 1}]} | /rows/0/x2",
                "{'rows': [{'x1': 1, 'x2': 'a'}]} | /rows/0/x2",
                "{'rows': [{'x1': 1, 'x2': null}]} | /rows/0/x2",
                "{'rows': [{'x1': 1, 'x2': 1e999}]} | /rows/0/x2",
                "{'rows': {'x1': 1}} | /rows",
            })
    void rowsThatCannotBePredictedAreRefused(String body, String pointer) {
        var answer = predict(body.replace('\'', '"'));
        assertProblem(answer, 422, "invalid-spec");
        assertThat(answer).bodyJson().extractingPath("$.errors[0].pointer").isEqualTo(pointer);
    }

    @Test
    void noRowsGiveNoPredictions() throws Exception {
        assertThat(tree(predict("{\"rows\": []}")).get("labels")).isEmpty();
    }

    @Test
    void unknownModelIsNotFound() {
        for (var part : new String[] {"", "/parameters", "/decision-boundary"}) {
            assertProblem(web.get().uri("/v1/models/mdl_none" + part).exchange(), 404, "not-found");
        }
        assertProblem(web.delete().uri("/v1/models/mdl_none").exchange(), 404, "not-found");
        assertProblem(web.delete().uri(CLOUDS).exchange(), 403, "forbidden");
    }

    private MvcTestResult predict(String body) {
        return web.post()
                .uri(CLOUDS + "/predictions")
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .exchange();
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
