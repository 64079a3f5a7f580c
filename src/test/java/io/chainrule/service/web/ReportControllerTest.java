package io.chainrule.service.web;

import static io.chainrule.service.web.ProblemAnswersTest.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import tools.jackson.databind.json.JsonMapper;

@WebTest
class ReportControllerTest {

    private static final String HOSTILE = "<script>alert(1)</script>\\\"'&<img src=x onerror=alert(2)>";

    @Autowired
    private MockMvcTester web;

    @Autowired
    private JsonMapper json;

    @Test
    void sampleReportConcludesInNumbersThatTheHiddenLayerBeatsTheStraightLines() throws Exception {
        var sample = json.readTree(web.get()
                .uri("/v1/experiments/sample-linear-versus-mlp")
                .exchange()
                .getResponse()
                .getContentAsString());
        var best = sample.at("/jobs/0/latest");
        var next = sample.at("/jobs/1/latest");
        assertThat(best.get("trainLoss").doubleValue()).isBetween(0.0962, 0.0963);
        assertThat(next.get("trainLoss").doubleValue()).isBetween(0.2385, 0.2386);

        var page = page("/v1/experiments/sample-linear-versus-mlp/report");
        assertThat(page)
                .contains("“one hidden layer” does best: it has the lowest training loss of 2 jobs, 0.09622 after 500"
                        + " epochs.")
                .contains("That is 0.1424 (59.7 %) less than “straight lines” with 0.2386, which comes next.")
                .contains("Its training accuracy is 0.95 (38 of 40), against 0.875 (35 of 40) of “straight lines”.")
                .contains("“one hidden layer” has 116 parameters, “straight lines” has 12 parameters.")
                .contains("<td>model.type</td>")
                .contains("<td>optimizer.learningRate</td>")
                .contains("After every 20th epoch")
                .contains("sha256:");
        for (int epoch = 20; epoch <= 500; epoch += 20) {
            assertThat(page).contains("<tr><td>" + epoch + "</td>");
        }
        assertHarmless(page);
    }

    @Test
    void jobIsReportedWithDataModelAndNumbers() throws Exception {
        var page = page("/v1/training-jobs/sample-penguins-linear/report");
        assertThat(page)
                .contains("final validation accuracy")
                .contains("held back")
                .contains("Adelie")
                .contains("optimizer.learningRate")
                .contains("After every 20th epoch");
        assertHarmless(page);
    }

    @Test
    void reportsShowCurvesAndBoundaries() throws Exception {
        for (var uri : new String[] {
            "/v1/experiments/sample-linear-versus-mlp/report", "/v1/training-jobs/sample-two-clouds-linear/report"
        }) {
            assertThat(page(uri))
                    .as(uri)
                    .contains("<h2>Loss and accuracy</h2>", "<h2>Decision boundary</h2>")
                    .satisfies(page -> assertThat(page.split("<svg", -1)).hasSize(1 + 2));
        }
    }

    @Test
    void hostileNamesAreHarmless() throws Exception {
        var dataset = json.readTree(web.post()
                .uri("/v1/datasets")
                .contentType(MediaType.APPLICATION_JSON)
                .content("""
                        {"name": "%1$s", "columns": {"%1$s": [1, 2, 3, 4], "b": [4, 1, 2, 3], "y": ["%1$s", "b", "%1$s", "b"]}}
                        """.formatted(HOSTILE))
                .exchange()
                .getResponse()
                .getContentAsString());
        var experiment = json.readTree(web.post()
                .uri("/v1/experiments")
                .contentType(MediaType.APPLICATION_JSON)
                .content("""
                        {"name": "%1$s", "base": {"dataset": "%2$s", "epochs": 30}, "variants": [{"name": "%1$s"}, {"seed": 1}]}
                        """.formatted(HOSTILE, dataset.get("id").stringValue()))
                .exchange()
                .getResponse()
                .getContentAsString());
        var id = experiment.get("id").stringValue();
        await().atMost(Duration.ofSeconds(20))
                .until(() -> json.readTree(web.get()
                                .uri("/v1/experiments/" + id)
                                .exchange()
                                .getResponse()
                                .getContentAsString())
                        .get("state")
                        .stringValue()
                        .equals("finished"));
        var page = page("/v1/experiments/" + id + "/report");
        assertThat(page).contains("&lt;script&gt;");
        assertHarmless(page);
        assertHarmless(page("/v1/training-jobs/" + experiment.at("/jobs/0/id").stringValue() + "/report"));

        web.delete().uri("/v1/datasets/" + dataset.get("id").stringValue()).exchange();
        assertThat(page("/v1/experiments/" + id + "/report")).contains("has been deleted");
    }

    @Test
    void whatIsNotThereHasNoReport() {
        assertProblem(web.get().uri("/v1/experiments/exp_none/report").exchange(), 404, "not-found");
        assertProblem(web.get().uri("/v1/training-jobs/job_none/report").exchange(), 404, "not-found");
        assertProblem(
                web.get()
                        .uri("/v1/training-jobs/sample-two-clouds-linear/report")
                        .accept(MediaType.APPLICATION_JSON)
                        .exchange(),
                406,
                "not-acceptable");
    }

    private String page(String uri) throws Exception {
        var answer = web.get().uri(uri).exchange();
        assertThat(answer).hasStatusOk().hasContentTypeCompatibleWith(MediaType.TEXT_HTML);
        assertThat(answer.getResponse().getHeader("Content-Security-Policy")).startsWith("default-src 'none'");
        return answer.getResponse().getContentAsString();
    }

    private static void assertHarmless(String page) {
        assertThat(page)
                .startsWith("<!doctype html>")
                .doesNotContain("<script", "<img", "<link", "<iframe", "javascript:")
                .doesNotContainPattern("<[a-z]+[^>]*\\son[a-z]+=")
                .doesNotContainPattern("<[^>]*(href|src)=\"(?!#)");
    }
}
