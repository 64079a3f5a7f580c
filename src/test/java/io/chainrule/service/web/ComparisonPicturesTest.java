package io.chainrule.service.web;

import static io.chainrule.service.drawing.SvgDocuments.parsed;
import static io.chainrule.service.drawing.SvgDocuments.texts;
import static io.chainrule.service.web.ProblemAnswersTest.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.w3c.dom.Document;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Several jobs in one picture: their curves overlaid, their boundaries side by side.
@WebTest
class ComparisonPicturesTest {

    private static final String SAMPLE = "/v1/experiments/sample-linear-versus-mlp";
    private static final String COMPARE =
            "/v1/training-jobs/compare?ids=sample-two-clouds-linear,sample-penguins-linear";

    @Autowired
    private MockMvcTester web;

    @Autowired
    private JsonMapper json;

    @Test
    void curvesOfAnExperimentAreOverlaid() throws Exception {
        assertThat(texts(svg(SAMPLE + "?picture=curves")))
                .contains("straight lines", "one hidden layer", "training", "loss", "accuracy")
                .anyMatch(text -> text.startsWith("one hidden layer: best training loss"));
        assertThat(texts(svg(SAMPLE))).isEqualTo(texts(svg(SAMPLE + "?picture=curves")));
    }

    @Test
    void boundariesOfAnExperimentStandSideBySideTheBestFirst() throws Exception {
        var texts = texts(svg(SAMPLE + "?picture=boundaries"));
        assertThat(texts).contains("straight lines versus one hidden layer", "straight lines", "one hidden layer");
        assertThat(texts.indexOf("one hidden layer")).isLessThan(texts.indexOf("straight lines"));
        assertThat(texts.stream().filter("x1"::equals)).hasSize(2);
    }

    @Test
    void onlyTheBestAreShownIfThatIsAskedFor() throws Exception {
        assertThat(texts(svg(SAMPLE + "?picture=curves&best=1")))
                .contains("straight lines versus one hidden layer: the best 1 of 2 jobs")
                .doesNotContain("straight lines");
    }

    @ParameterizedTest
    @ValueSource(strings = {"curves", "boundaries"})
    void comparedJobsHaveTheSamePictures(String picture) throws Exception {
        assertThat(texts(svg(COMPARE + "&picture=" + picture))).contains("2 training jobs");
        var png = web.get()
                .uri(COMPARE + "&format=png&theme=dark&width=900&picture=" + picture)
                .exchange();
        assertThat(png).hasStatusOk().hasContentType(MediaType.IMAGE_PNG);
        assertThat(ImageIO.read(new ByteArrayInputStream(png.getResponse().getContentAsByteArray()))
                        .getWidth())
                .isEqualTo(900);
    }

    @Test
    void jobsWithNothingToShowAreThereInWords() throws Exception {
        var id = post("""
                {"base": {"dataset": "sample-two-clouds", "epochs": 3}, "variants":
                  [{"name": "all"}, {"name": "one feature", "features": ["x1"]}, {"name": "gone", "seed": 1}]}""");
        var jobs = finished(id).get("jobs");
        for (var job : jobs) {
            if (job.get("name").stringValue().equals("gone")) {
                assertThat(web.delete().uri("/v1/models/" + job.get("model").stringValue()))
                        .hasStatus(204);
            }
        }
        assertThat(texts(svg("/v1/experiments/" + id + "?picture=boundaries")))
                .contains("all", "one feature", "No plane: it has fewer than two features of numbers")
                .contains("gone", "Its model has been deleted");
    }

    @Test
    void jobsThatFailedBeforeTheirFirstEpochAreThereInWords() throws Exception {
        var id = post("""
                {"base": {"dataset": "sample-two-clouds", "epochs": 3}, "variants":
                  [{"name": "calm"}, {"name": "wild", "optimizer": {"type": "sgd", "learningRate": 1e308}}]}""");
        finished(id);
        assertThat(texts(svg("/v1/experiments/" + id + "?picture=boundaries"))).contains("wild", "failed: no model");
        assertThat(texts(svg("/v1/experiments/" + id + "?picture=curves")))
                .contains("calm", "wild (failed, nothing measured)");
    }

    @Test
    void moreJobsThanAPictureHoldsAreRefusedWithAWayOut() throws Exception {
        var id = post("""
                {"base": {"dataset": "sample-two-clouds", "epochs": 2}, "grid": {"seed": [1,2,3,4,5,6,7,8,9,10,11,12,13]}}""");
        finished(id);
        for (var picture : List.of("curves|7", "boundaries|12")) {
            var name = picture.split("\\|")[0];
            var most = picture.split("\\|")[1];
            var uri = "/v1/experiments/" + id + "?format=svg&picture=" + name;
            var refused = web.get().uri(uri).exchange();
            assertProblem(refused, 400, "invalid-parameter");
            assertThat(refused)
                    .bodyJson()
                    .extractingPath("$.detail")
                    .asString()
                    .contains("shows at most " + most + " jobs", "has 13");
            assertThat(refused).bodyJson().extractingPath("$.fix").asString().startsWith("Add best=" + most);
            assertThat(web.get().uri(uri + "&best=" + most)).hasStatusOk();
            assertProblem(web.get().uri(uri + "&best=" + 13).exchange(), 400, "invalid-parameter");
        }
        assertThat(web.get().uri("/v1/experiments/" + id)).hasStatusOk();
    }

    @Test
    void unknownPicturesAreRefused() {
        assertProblem(web.get().uri(SAMPLE + "?picture=curve").exchange(), 400, "invalid-parameter");
        assertProblem(web.get().uri(SAMPLE + "?best=0").exchange(), 400, "invalid-parameter");
        assertProblem(web.get().uri(COMPARE + "&picture=loss").exchange(), 400, "invalid-parameter");
        assertProblem(web.get().uri(SAMPLE + "?format=csv").exchange(), 406, "not-acceptable");
    }

    private Document svg(String uri) throws Exception {
        var answer = web.get().uri(uri).accept("image/svg+xml").exchange();
        assertThat(answer).hasStatusOk().hasContentType("image/svg+xml");
        return parsed(answer.getResponse().getContentAsString());
    }

    private String post(String body) throws Exception {
        var answer = web.post()
                .uri("/v1/experiments")
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .exchange();
        assertThat(answer).hasStatus(202);
        return json.readTree(answer.getResponse().getContentAsString())
                .get("id")
                .stringValue();
    }

    private JsonNode finished(String id) {
        return await().atMost(Duration.ofSeconds(30))
                .until(
                        () -> json.readTree(web.get()
                                .uri("/v1/experiments/" + id)
                                .exchange()
                                .getResponse()
                                .getContentAsString()),
                        experiment -> experiment.get("state").stringValue().equals("finished"));
    }
}
