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
class ExperimentControllerTest {

    private static final String EXPERIMENTS = "/v1/experiments";
    private static final String SAMPLE = EXPERIMENTS + "/sample-linear-versus-mlp";
    private static final String COMPARE = "/v1/training-jobs/compare";
    private static final String BASE =
            "'base': {'dataset': 'sample-two-clouds', 'model': {'type': 'mlp', 'hidden': [4]}, 'epochs': 20}";

    /// Trains for minutes, unless somebody stops it.
    private static final String ENDLESS = "{'base': {'dataset': 'sample-penguins', 'missing': 'mean', 'epochs': 100000,"
            + " 'model': {'type': 'mlp', 'hidden': [128, 128]}}, 'grid': {'seed': [1, 2]}}";

    @Autowired
    private MockMvcTester web;

    @Autowired
    private JsonMapper json;

    @Test
    void gridIsAcceptedRunsAndIsRanked() throws Exception {
        var answer = post("{'name': 'widths', " + BASE
                + ", 'grid': {'optimizer.learningRate': [0.01, 1], 'model.hidden': [[8], [2]]}}");
        assertThat(answer).hasStatus(202).hasHeader("Retry-After", "1");
        var experiment = tree(answer);
        var id = experiment.get("id").stringValue();
        assertThat(id).matches("exp_[0-9a-z]{26}");
        assertThat(answer).hasHeader("Location", EXPERIMENTS + "/" + id);
        assertThat(experiment.get("jobs")).hasSize(4);
        assertThat(experiment.at("/jobs/0/name").stringValue()).isEqualTo("learningRate=0.01, hidden=[8]");

        var done = awaitState(id, "finished");
        assertThat(done.at("/states/succeeded").intValue()).isEqualTo(4);
        assertThat(done.at("/rankBy").stringValue()).isEqualTo("trainLoss");
        assertThat(done.get("best")).isEqualTo(done.at("/jobs/0/id"));
        double before = 0;
        for (var job : done.get("jobs")) {
            assertThat(job.get("value").doubleValue()).isGreaterThanOrEqualTo(before);
            before = job.get("value").doubleValue();
        }
        assertThat(done.findValuesAsString("field")).containsExactly("model.hidden", "optimizer.learningRate");
        assertThat(tree(web.get().uri("/v1/training-jobs?experiment=" + id).exchange())
                        .get("items"))
                .hasSize(4);

        assertThat(web.delete().uri(EXPERIMENTS + "/" + id)).hasStatus(204);
        assertThat(tree(web.get().uri("/v1/training-jobs?experiment=" + id).exchange())
                        .get("items"))
                .isEmpty();
        assertProblem(web.get().uri(EXPERIMENTS + "/" + id).exchange(), 404, "not-found");
    }

    @Test
    void oneBadVariantIsRefusedWithItsPlaceAndNothingIsStored() throws Exception {
        var before = jobs();
        var answer = post("{" + BASE + ", 'variants': [{'name': 'good'}, {'name': 'bad', 'model': {'hidden': [0]}}]}");
        assertProblem(answer, 422, "invalid-spec");
        assertThat(answer).bodyJson().extractingPath("$.errors[0].pointer").isEqualTo("/variants/1/model/hidden/0");
        assertThat(jobs()).isEqualTo(before);
    }

    private JsonNode jobs() throws Exception {
        return tree(web.get().uri("/v1/training-jobs?summary=true").exchange()).get("summary");
    }

    @Test
    void sampleShowsThatTheHiddenLayerDoesBetter() throws Exception {
        var sample = tree(web.get().uri(SAMPLE).exchange());
        assertThat(sample.get("state").stringValue()).isEqualTo("finished");
        assertThat(sample.get("best").stringValue()).isEqualTo("sample-linear-versus-mlp-one-hidden-layer");
        assertThat(sample.at("/jobs/0/latest/trainAccuracy").doubleValue())
                .isGreaterThan(sample.at("/jobs/1/latest/trainAccuracy").doubleValue());
        var byAccuracy = tree(web.get().uri(SAMPLE + "?rankBy=trainAccuracy").exchange());
        assertThat(byAccuracy.at("/jobs/0/value")).isEqualTo(sample.at("/jobs/0/latest/trainAccuracy"));
        assertThat(tree(web.get().uri(EXPERIMENTS).exchange()).findValuesAsString("id"))
                .contains("sample-linear-versus-mlp");
        assertProblem(web.delete().uri(SAMPLE).exchange(), 403, "forbidden");
        assertProblem(web.post().uri(SAMPLE + "/cancel").exchange(), 409, "state-conflict");
    }

    @Test
    void jobsNameTheirExperiment() throws Exception {
        var job = "/v1/training-jobs/sample-linear-versus-mlp-one-hidden-layer";
        assertThat(tree(web.get().uri(job).exchange()).get("experiment").stringValue())
                .isEqualTo("sample-linear-versus-mlp");
        assertThat(tree(web.get()
                                .uri("/v1/training-jobs/sample-two-clouds-linear")
                                .exchange())
                        .has("experiment"))
                .isFalse();
        for (var listed :
                tree(web.get().uri("/v1/training-jobs?pageSize=200").exchange()).get("items")) {
            var alone = tree(web.get()
                    .uri("/v1/training-jobs/" + listed.get("id").stringValue())
                    .exchange());
            assertThat(listed.get("experiment")).isEqualTo(alone.get("experiment"));
        }
        assertThat(tree(web.get()
                                .uri("/v1/training-jobs?experiment=sample-linear-versus-mlp")
                                .exchange())
                        .findValuesAsString("experiment"))
                .containsExactly("sample-linear-versus-mlp", "sample-linear-versus-mlp");
    }

    @Test
    void runningExperimentIsCancelledAndThenDeleted() throws Exception {
        var id = tree(post(ENDLESS)).get("id").stringValue();
        assertProblem(web.delete().uri(EXPERIMENTS + "/" + id).exchange(), 409, "state-conflict");
        assertThat(web.post().uri(EXPERIMENTS + "/" + id + "/cancel")).hasStatus(202);
        assertThat(web.post().uri(EXPERIMENTS + "/" + id + "/cancel")).hasStatus(202);
        var done = awaitState(id, "finished");
        assertThat(done.at("/states/cancelled").intValue()).isEqualTo(2);
        assertThat(done.has("best")).isFalse();
        assertThat(web.delete().uri(EXPERIMENTS + "/" + id)).hasStatus(204);
    }

    @Test
    void anyJobsAreComparedInTheSameForm() throws Exception {
        var compared = tree(web.get()
                .uri(COMPARE + "?ids=sample-penguins-linear,sample-two-clouds-linear,sample-four-sections-mlp")
                .exchange());
        assertThat(compared.get("jobs")).hasSize(3);
        assertThat(compared.get("rankBy").stringValue()).isEqualTo("trainLoss");
        assertThat(compared.findValuesAsString("field")).contains("dataset", "model.type", "model.hidden");
        assertThat(compared.at("/warnings/0").stringValue()).startsWith("The jobs learned from different data");
        var ranked = tree(web.get()
                .uri(COMPARE + "?ids=sample-penguins-linear,sample-two-clouds-linear&rankBy=validationLoss")
                .exchange());
        assertThat(ranked.at("/jobs/0/id").stringValue()).isEqualTo("sample-penguins-linear");
        assertThat(ranked.at("/jobs/1").has("rank")).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | ids",
                "?ids=sample-penguins-linear | ids",
                "?ids=a,b,c,d,e,f,g | ids",
                "?ids=a,a | ids",
                "?ids=a,b&rankBy=loss | rankBy",
                "?ids=a,b&rankby=trainLoss | rankby"
            })
    void wrongComparisonsAreRefused(String query, String parameter) {
        var answer = web.get().uri(COMPARE + query).exchange();
        assertProblem(answer, 400, "invalid-parameter");
        assertThat(answer).bodyJson().extractingPath("$.errors[0].parameter").isEqualTo(parameter);
    }

    @Test
    void whatIsNotThereIsNotFound() {
        assertProblem(
                web.get().uri(COMPARE + "?ids=sample-penguins-linear,job_none").exchange(), 404, "not-found");
        assertProblem(web.get().uri(EXPERIMENTS + "/exp_none").exchange(), 404, "not-found");
        assertProblem(web.post().uri(EXPERIMENTS + "/exp_none/cancel").exchange(), 404, "not-found");
        assertProblem(web.delete().uri(EXPERIMENTS + "/exp_none").exchange(), 404, "not-found");
        assertProblem(web.get().uri(SAMPLE + "?rankBy=loss").exchange(), 400, "invalid-parameter");
    }

    private JsonNode awaitState(String id, String state) {
        return await().atMost(Duration.ofSeconds(30))
                .until(
                        () -> tree(web.get().uri(EXPERIMENTS + "/" + id).exchange()),
                        experiment -> experiment.get("state").stringValue().equals(state));
    }

    private MvcTestResult post(String body) {
        return web.post()
                .uri(EXPERIMENTS)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body.replace('\'', '"'))
                .exchange();
    }

    private JsonNode tree(MvcTestResult answer) throws Exception {
        return json.readTree(answer.getResponse().getContentAsString());
    }
}
