package io.chainrule.service.web;

import static io.chainrule.service.web.ProblemAnswersTest.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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

/// Boundaries of jobs through time.
@WebTest
class DecisionBoundaryControllerTest {

    private static final String JOBS = "/v1/training-jobs";
    private static final String SAMPLE = JOBS + "/sample-four-sections-mlp";
    private static final String ENDLESS = """
            {"dataset": "sample-penguins", "missing": "mean", "epochs": 100000, "frames": %d,
             "model": {"type": "mlp", "hidden": [128, 128]}}
            """;

    @Autowired
    private MockMvcTester web;

    @Autowired
    private JsonMapper json;

    @Test
    void finishedJobTellsItsFramesAndShowsEach() throws Exception {
        var job = tree(get(SAMPLE));
        assertThat(job.get("frames")).hasSize(20);
        assertThat(job.at("/frames/0").intValue()).isEqualTo(1);
        assertThat(job.at("/frames/19")).isEqualTo(job.at("/progress/epochs"));
        var last = tree(get(SAMPLE + "/decision-boundary?resolution=9"));
        assertThat(last.get("epoch")).isEqualTo(job.at("/progress/epochs"));
        for (var epoch : job.get("frames")) {
            var frame = tree(get(SAMPLE + "/decision-boundary?resolution=9&epoch=" + epoch));
            assertThat(frame.get("epoch")).isEqualTo(epoch);
            assertThat(frame.get("x")).isEqualTo(last.get("x"));
            assertThat(frame.get("classes")).isEqualTo(last.get("classes"));
        }
        assertThat(tree(get(SAMPLE + "/decision-boundary?resolution=9&epoch=1")).get("label"))
                .isNotEqualTo(last.get("label"));
    }

    /// A frame says what the model of a shorter run says.
    @Test
    void frameIsTheModelOfARunThatStoppedThere() throws Exception {
        var spec = "{\"dataset\": \"sample-four-sections\", \"epochs\": %d, \"seed\": 3, \"batchSize\": 16,"
                + " \"model\": {\"type\": \"mlp\", \"hidden\": [8]}}";
        var shorter = awaitState(post(spec.formatted(7)), "succeeded");
        var longer = awaitState(post(spec.formatted(30)), "succeeded");
        assertThat(longer.get("frames").toString()).contains(",7,");
        var frame = tree(get(boundary(longer) + "?resolution=50x40&probabilities=all&epoch=7"));
        var model = tree(get("/v1/models/" + shorter.get("model").stringValue()
                + "/decision-boundary?resolution=50x40&probabilities=all"));
        assertThat(frame.get("probabilities")).isEqualTo(model.get("probabilities"));
        assertThat(frame.get("label")).isEqualTo(model.get("label"));
        assertThat(frame.get("contours")).isEqualTo(model.get("contours"));
    }

    @Test
    void runningJobShowsItsNewestFrameAndKeepsItWhenCancelled() throws Exception {
        var id = post(ENDLESS.formatted(20));
        var running = await().atMost(Duration.ofSeconds(20))
                .until(
                        () -> tree(get(JOBS + "/" + id)),
                        job -> !job.get("frames").isEmpty());
        var newest = tree(get(boundary(running) + "?resolution=5"));
        assertThat(newest.get("epoch").intValue())
                .isGreaterThanOrEqualTo(
                        running.get("frames").valueStream().toList().getLast().intValue());
        assertThat(tree(get(boundary(running) + "?resolution=5&epoch=1"))
                        .get("epoch")
                        .intValue())
                .isEqualTo(1);

        var toCome = get(boundary(running) + "?epoch=100000");
        assertProblem(toCome, 409, "not-ready");
        assertThat(toCome).hasHeader("Retry-After", "1");

        web.post().uri(JOBS + "/" + id + "/cancel").exchange();
        var cancelled = awaitState(id, "cancelled");
        var frames = cancelled.get("frames").valueStream().toList();
        assertThat(tree(get(boundary(cancelled) + "?resolution=5")).get("epoch"))
                .isEqualTo(frames.getLast());
        var never = get(boundary(cancelled) + "?epoch=100000");
        assertProblem(never, 400, "invalid-parameter");
        assertThat(never).bodyJson().extractingPath("$.detail").asString().contains("frames of 1, 2");
    }

    @Test
    void jobWithoutResultYetIsNotReady() throws Exception {
        var id = post(ENDLESS.formatted(1));
        var answer = get(JOBS + "/" + id + "/decision-boundary");
        assertProblem(answer, 409, "not-ready");
        assertThat(answer).hasHeader("Retry-After", "1");
        assertProblem(get(JOBS + "/" + id + "/decision-boundary?format=svg"), 409, "not-ready");
        web.post().uri(JOBS + "/" + id + "/cancel").exchange();
        awaitState(id, "cancelled");
        var never = get(JOBS + "/" + id + "/decision-boundary");
        assertProblem(never, 409, "state-conflict");
        assertThat(never).doesNotContainHeader("Retry-After");
    }

    @ParameterizedTest
    @ValueSource(strings = {"137", "0", "-1", "501", "1.5", "one", "99999999999"})
    void epochWithoutFrameIsRefused(String epoch) {
        var answer = get(JOBS + "/sample-two-clouds-linear/decision-boundary?epoch=" + epoch);
        assertProblem(answer, 400, "invalid-parameter");
        assertThat(answer).bodyJson().extractingPath("$.errors[0].parameter").isEqualTo("epoch");
    }

    @Test
    void modelHasNoFrames() {
        assertProblem(get("/v1/models/sample-two-clouds-linear/decision-boundary?epoch=1"), 400, "invalid-parameter");
    }

    @ParameterizedTest
    @CsvSource({"svg, image/svg+xml", "png, image/png"})
    void frameHasPicture(String format, String mediaType) {
        assertThat(get(SAMPLE + "/decision-boundary?epoch=1&format=" + format))
                .hasStatusOk()
                .hasContentType(MediaType.parseMediaType(mediaType));
    }

    @Test
    void pictureOfAFrameNamesItsEpoch() throws Exception {
        assertThat(get(SAMPLE + "/decision-boundary?epoch=1&format=svg")
                        .getResponse()
                        .getContentAsString())
                .contains("after epoch 1<");
    }

    @Test
    void gridOfTooManyNumbersIsRefusedWithWhatWouldFit() throws Exception {
        var rows = IntStream.range(0, 200)
                .mapToObj(i -> "%d,%d,class %d%n".formatted(i, i * i % 17, i % 100))
                .collect(Collectors.joining("", "x,y,label\n", ""));
        var dataset = tree(web.post()
                .uri("/v1/datasets?target=label&task=classification")
                .contentType(MediaType.valueOf("text/csv"))
                .content(rows)
                .exchange());
        var job = awaitState(
                post("{\"dataset\": \"%s\", \"epochs\": 1}"
                        .formatted(dataset.get("id").stringValue())),
                "succeeded");
        var tooLarge = get(boundary(job) + "?resolution=512&probabilities=all");
        assertProblem(tooLarge, 422, "budget-exceeded");
        assertThat(tooLarge).bodyJson().extractingPath("$.fix").asString().contains("resolution=313");
        assertProblem(get(boundary(job) + "?resolution=512&format=svg"), 422, "budget-exceeded");
        assertThat(get(boundary(job) + "?resolution=512")).hasStatusOk();
    }

    private static String boundary(JsonNode job) {
        return job.at("/links/decisionBoundary").stringValue();
    }

    private JsonNode awaitState(String id, String state) {
        return await().atMost(Duration.ofSeconds(20))
                .until(
                        () -> tree(get(JOBS + "/" + id)),
                        job -> job.get("state").stringValue().equals(state));
    }

    private String post(String spec) throws Exception {
        var answer = web.post()
                .uri(JOBS)
                .contentType(MediaType.APPLICATION_JSON)
                .content(spec)
                .exchange();
        return tree(answer).get("id").stringValue();
    }

    private MvcTestResult get(String uri) {
        return web.get().uri(uri).exchange();
    }

    private JsonNode tree(MvcTestResult answer) throws Exception {
        return json.readTree(answer.getResponse().getContentAsString());
    }
}
