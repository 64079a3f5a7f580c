package io.chainrule.service.web;

import static io.chainrule.service.web.ProblemAnswersTest.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
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
class TrainingJobControllerTest {

    private static final String JOBS = "/v1/training-jobs";
    private static final String SAMPLE = JOBS + "/sample-two-clouds-linear";

    /// Trains for minutes, unless somebody stops it.
    private static final String ENDLESS =
            "{'dataset': 'sample-penguins', 'missing': 'mean', 'epochs': 100000, 'model': {'type': 'mlp', 'hidden': [128, 128]}}";

    @Autowired
    private MockMvcTester web;

    @Autowired
    private JsonMapper json;

    @Test
    void acceptedJobIsItsOwnStatusMonitor() throws Exception {
        var answer =
                post("{'dataset': 'sample-two-clouds', 'epochs': 30, 'name': 'short', 'tags': {'watched': 'yes'}}");
        assertThat(answer).hasStatus(202).hasHeader("Retry-After", "1");
        var job = tree(answer);
        assertThat(answer).hasHeader("Location", JOBS + "/" + job.get("id").stringValue());
        assertThat(job.get("state").stringValue()).isEqualTo("queued");
        assertThat(job.at("/spec/optimizer/type").stringValue()).isEqualTo("sgd");
        assertThat(job.at("/spec/features")).hasToString("[\"x1\",\"x2\"]");
        assertThat(job.get("allowedActions")).hasToString("[\"cancel\",\"pause\"]");

        var done = awaitState(job.get("id").stringValue(), "succeeded");
        assertThat(done.at("/progress/fraction").doubleValue()).isEqualTo(1);
        assertThat(done.at("/progress/epoch").intValue()).isEqualTo(30);
        assertThat(done.at("/latest/trainLoss").isNumber()).isTrue();
        assertThat(done.get("stopReason").stringValue()).isEqualTo("epochs");
        assertThat(done.get("allowedActions")).isEmpty();
        assertThat(done.has("error")).isFalse();
        assertThat(done.has("finishedAt")).isTrue();
        assertThat(web.get().uri("/v1/models/" + done.get("model").stringValue()))
                .hasStatusOk();

        var listed = tree(web.get()
                .uri(JOBS + "?tag.watched=yes&state=succeeded&summary=true")
                .exchange());
        assertThat(listed.at("/items/0/id")).isEqualTo(job.get("id"));
        assertThat(listed.at("/summary/succeeded").intValue()).isEqualTo(1);

        assertThat(web.delete().uri(JOBS + "/" + job.get("id").stringValue())).hasStatus(204);
        assertProblem(web.get().uri(JOBS + "/" + job.get("id").stringValue()).exchange(), 404, "not-found");
    }

    @Test
    void specPostedAgainGivesTheSameBits() throws Exception {
        var spec = web.get().uri(SAMPLE + "/spec").exchange().getResponse().getContentAsString();
        var again = awaitState(tree(post(spec)).get("id").stringValue(), "succeeded");
        var first = tree(web.get().uri(SAMPLE).exchange());
        assertThat(again.get("spec")).isEqualTo(first.get("spec"));
        assertThat(again.get("specHash")).isEqualTo(first.get("specHash"));
        assertThat(again.get("parametersHash")).isEqualTo(first.get("parametersHash"));
    }

    @Test
    void historyHasColumnsOfEqualLength() throws Exception {
        var history = tree(web.get().uri(SAMPLE + "/history").exchange());
        assertThat(history.get("recorded").intValue()).isEqualTo(500);
        assertThat(history.get("job").stringValue()).isEqualTo("sample-two-clouds-linear");
        for (var column : new String[] {"epoch", "trainLoss", "trainAccuracy", "learningRate", "gradientNorm"}) {
            assertThat(history.get(column)).as(column).hasSize(500);
        }
        assertThat(history.has("validationLoss")).isFalse();
        assertThat(history.has("trainRmse")).isFalse();
        assertThat(history.at("/trainAccuracy/499").doubleValue()).isEqualTo(1);
    }

    @Test
    void validationIsMeasuredOnlyWhereThereIsSome() throws Exception {
        var history =
                tree(web.get().uri(JOBS + "/sample-penguins-linear/history").exchange());
        assertThat(history.get("validationLoss")).hasSize(500);
    }

    @Test
    void runningJobIsCancelledAndThenDeleted() throws Exception {
        var id = tree(post(ENDLESS.replace("}}", "}, 'frames': 0}"))).get("id").stringValue();
        awaitState(id, "running");
        assertProblem(web.delete().uri(JOBS + "/" + id).exchange(), 409, "state-conflict");
        assertProblem(web.delete().uri("/v1/datasets/sample-penguins").exchange(), 403, "forbidden");
        assertThat(web.post().uri(JOBS + "/" + id + "/cancel")).hasStatus(202).hasHeader("Location", JOBS + "/" + id);
        assertThat(web.post().uri(JOBS + "/" + id + "/cancel")).hasStatus(202);
        awaitState(id, "cancelled");
        assertProblem(web.get().uri(JOBS + "/" + id + "/decision-boundary").exchange(), 409, "state-conflict");
        assertThat(web.delete().uri(JOBS + "/" + id)).hasStatus(204);
    }

    @Test
    void jobOfManyHoursIsRefusedWithTheEstimate() {
        var answer = post(ENDLESS.replace("[128, 128]", "[640, 640]").replace("'epochs'", "'batchSize': 8, 'epochs'"));
        assertProblem(answer, 422, "budget-exceeded");
        assertThat(answer)
                .bodyJson()
                .hasPathSatisfying("$.limit", value -> value.assertThat().isEqualTo(3600));
    }

    @Test
    void datasetOfUnfinishedJobCannotBeDeleted() throws Exception {
        var dataset = tree(web.post()
                        .uri("/v1/datasets")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"columns\": {\"x\": [1, 2, 3, 4], \"y\": [\"a\", \"b\", \"a\", \"b\"]}}")
                        .exchange())
                .get("id")
                .stringValue();
        var id = tree(post("{'dataset': '" + dataset
                        + "', 'epochs': 100000, 'model': {'type': 'mlp', 'hidden': [500, 500]}}"))
                .get("id")
                .stringValue();
        assertProblem(web.delete().uri("/v1/datasets/" + dataset).exchange(), 409, "dataset-in-use");
        web.post().uri(JOBS + "/" + id + "/cancel").exchange();
        awaitState(id, "cancelled");
        assertThat(web.delete().uri("/v1/datasets/" + dataset)).hasStatus(204);
        assertThat(web.get().uri(JOBS + "/" + id)).hasStatusOk();
    }

    @Test
    void finishedJobCannotBeCancelled() {
        var answer = web.post().uri(SAMPLE + "/cancel").exchange();
        assertProblem(answer, 409, "state-conflict");
        assertThat(answer)
                .bodyJson()
                .hasPathSatisfying("$.state", value -> value.assertThat().isEqualTo("succeeded"))
                .hasPathSatisfying(
                        "$.allowedActions",
                        value -> value.assertThat().asArray().isEmpty());
    }

    @Test
    void validateOnlyEstimatesAndStoresNothing() throws Exception {
        var before = tree(web.get().uri(JOBS + "?summary=true").exchange()).get("summary");
        var answer = post(JOBS + "?validateOnly=true", "{'dataset': 'sample-two-clouds', 'epochs': 500}");
        assertThat(answer).hasStatusOk().doesNotContainHeader("Location");
        assertThat(tree(answer).get("parameterCount").intValue()).isEqualTo(6);
        assertThat(tree(answer).get("steps").intValue()).isEqualTo(500);
        assertThat(tree(web.get().uri(JOBS + "?summary=true").exchange()).get("summary"))
                .isEqualTo(before);
    }

    @Test
    void tooMuchWorkIsRefusedWithEstimateAndLimit() {
        var answer = post("{'dataset': 'sample-two-clouds', 'epochs': 2147483647}");
        assertProblem(answer, 422, "budget-exceeded");
        assertThat(answer)
                .bodyJson()
                .hasPathSatisfying(
                        "$.estimate", value -> value.assertThat().asNumber().isNotNull())
                .hasPathSatisfying(
                        "$.limit", value -> value.assertThat().asNumber().isNotNull());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "{} | /dataset",
                "{'dataset': 'ds_none'} | /dataset",
                "{'dataset': 'sample-two-clouds', 'epochs': '10'} | /epochs",
                "{'dataset': 'sample-two-clouds', 'epochs': 10.5} | /epochs",
                "{'dataset': 'sample-two-clouds', 'epochs': 0} | /epochs",
                "{'dataset': 'sample-two-clouds', 'epoch': 10} | /epoch",
                "{'dataset': 'sample-two-clouds', 'seed': 9007199254740992} | /seed",
                "{'dataset': 'sample-two-clouds', 'optimizer': {'type': 'sgd', 'learningrate': 1}} | /optimizer/learningrate",
                "{'dataset': 'sample-two-clouds', 'optimizer': {'type': 'sgd', 'learningRate': -1}} | /optimizer/learningRate",
                "{'dataset': 'sample-two-clouds', 'optimizer': {'type': 'sgd', 'learningRate': 'NaN'}} | /optimizer/learningRate",
                "{'dataset': 'sample-two-clouds', 'optimizer': {'type': 'sgdd'}} | /optimizer/type",
                "{'dataset': 'sample-two-clouds', 'model': 'mlpp'} | /model",
                "{'dataset': 'sample-two-clouds', 'model': {'type': 'mlp', 'hidden': [0]}} | /model/hidden/0",
                "{'dataset': 'sample-two-clouds', 'model': {'type': 'mlp', 'hidden': []}} | /model/hidden",
                "{'dataset': 'sample-two-clouds', 'loss': 'squared-error'} | /loss",
                "{'dataset': 'sample-two-clouds', 'target': 'lable'} | /target",
                "{'dataset': 'sample-two-clouds', 'features': ['x1', 'x3']} | /features/1",
                "{'dataset': 'sample-two-clouds', 'validation': {'share': 1}} | /validation/share",
                "{'dataset': 'sample-two-clouds', 'batchSize': null} | /batchSize",
                "{'dataset': 'sample-two-clouds', 'tags': {'a': 1}} | /tags/a",
            })
    void whatCannotBeTrainedIsRefusedWithItsPlace(String body, String pointer) {
        var answer = post(body);
        assertProblem(answer, 422, "invalid-spec");
        assertThat(answer).bodyJson().extractingPath("$.errors[0].pointer").isEqualTo(pointer);
    }

    @ParameterizedTest
    @CsvSource({
        "state=done, state",
        "modelType=mpl, modelType",
        "modeltype=mlp, modeltype",
        "summary=yes, summary",
        "tagowner=me, tagowner"
    })
    void filtersAreChecked(String query, String parameter) {
        var answer = web.get().uri(JOBS + "?" + query).exchange();
        assertProblem(answer, 400, "invalid-parameter");
        assertThat(answer).bodyJson().extractingPath("$.errors[0].parameter").isEqualTo(parameter);
    }

    @Test
    void filtersSelect() throws Exception {
        assertThat(tree(web.get()
                                .uri(JOBS + "?dataset=sample-penguins&state=succeeded&modelType=linear")
                                .exchange())
                        .at("/items"))
                .isNotEmpty()
                .allSatisfy(job -> assertThat(job.get("dataset").stringValue()).isEqualTo("sample-penguins"))
                .allSatisfy(job ->
                        assertThat(job.at("/spec/model/type").stringValue()).isEqualTo("linear"));
        assertThat(tree(web.get().uri(JOBS + "?dataset=nothing").exchange()).at("/items"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"''", "/history", "/spec", "/decision-boundary"})
    void unknownJobIsNotFound(String part) {
        assertProblem(web.get().uri(JOBS + "/job_none" + part).exchange(), 404, "not-found");
    }

    @Test
    void unknownJobCannotBeCancelledOrDeleted() {
        assertProblem(web.post().uri(JOBS + "/job_none/cancel").exchange(), 404, "not-found");
        assertProblem(web.delete().uri(JOBS + "/job_none").exchange(), 404, "not-found");
        assertProblem(web.delete().uri(SAMPLE).exchange(), 403, "forbidden");
    }

    private JsonNode awaitState(String id, String state) {
        return await().atMost(Duration.ofSeconds(20))
                .until(
                        () -> tree(web.get().uri(JOBS + "/" + id).exchange()),
                        job -> job.get("state").stringValue().equals(state));
    }

    private MvcTestResult post(String body) {
        return post(JOBS, body);
    }

    private MvcTestResult post(String uri, String body) {
        return web.post()
                .uri(uri)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body.replace('\'', '"'))
                .exchange();
    }

    private JsonNode tree(MvcTestResult answer) throws Exception {
        return json.readTree(answer.getResponse().getContentAsString());
    }
}
