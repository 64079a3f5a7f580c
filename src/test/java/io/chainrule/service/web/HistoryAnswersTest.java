package io.chainrule.service.web;

import static io.chainrule.service.drawing.SvgDocuments.parsed;
import static io.chainrule.service.drawing.SvgDocuments.texts;
import static io.chainrule.service.web.ProblemAnswersTest.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.chainrule.learning.training.Epoch;
import io.chainrule.learning.training.History;
import io.chainrule.learning.training.Metric;
import io.chainrule.service.access.WithoutKeys;
import io.chainrule.service.job.TrainingJobStore;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What a history can be asked for, up to one as long as there may be, with values that are no numbers.
@WebTest
@ExtendWith(WithoutKeys.class)
class HistoryAnswersTest {

    private static final String SAMPLE = "/v1/training-jobs/sample-penguins-linear/history";
    private static final int EPOCHS = 100_000;
    private static final int PEAK = 31_415;
    private static final int PIT = 71_828;
    private static final int HOLE = 50_001;

    @Autowired
    private MockMvcTester web;

    @Autowired
    private JsonMapper json;

    @Autowired
    private TrainingJobStore store;

    @Test
    void partOfTheEpochsAndColumnsIsAnsweredAsAsked() throws Exception {
        var part = get(SAMPLE + "?from=10&to=12&metrics=validationLoss,trainLoss");
        assertThat(part.get("epoch")).hasToString("[10,11,12]");
        assertThat(part.get("recorded").intValue()).isEqualTo(500);
        assertThat(part.get("returned").intValue()).isEqualTo(3);
        assertThat(part.get("omitted").intValue()).isZero();
        assertThat(part.has("trainAccuracy")).isFalse();
        var all = get(SAMPLE);
        for (int i = 0; i < 3; i++) {
            assertThat(part.at("/validationLoss/" + i)).isEqualTo(all.at("/validationLoss/" + (9 + i)));
        }
        assertThat(get(SAMPLE + "?from=600").get("epoch")).isEmpty();
        assertThat(get(SAMPLE + "?from=499&to=10000").get("epoch")).hasToString("[499,500]");
    }

    @Test
    void tableHasTheSameNumbers() throws Exception {
        var csv = web.get()
                .uri(SAMPLE + "?to=2&metrics=trainLoss")
                .accept("text/csv")
                .exchange();
        var all = get(SAMPLE);
        assertThat(csv)
                .hasStatusOk()
                .hasContentType("text/csv;charset=UTF-8")
                .bodyText()
                .isEqualTo("epoch,trainLoss\r\n1,%s\r\n2,%s\r\n"
                        .formatted(
                                all.at("/trainLoss/0").doubleValue(),
                                all.at("/trainLoss/1").doubleValue()));
    }

    @Test
    void longHistoryIsThinnedToItsShape() throws Exception {
        var long0 = longJob();
        var thin = get(long0 + "?maxPoints=1000");
        assertThat(thin.get("recorded").intValue()).isEqualTo(EPOCHS);
        assertThat(thin.get("method").stringValue()).isEqualTo("extremes");
        assertThat(thin.get("returned").intValue()).isBetween(500, 1000);
        assertThat(thin.get("omitted").intValue())
                .isEqualTo(EPOCHS - thin.get("returned").intValue());
        assertThat(thin.get("epoch")).hasSize(thin.get("returned").intValue());
        var epochs = thin.get("epoch").valueStream().map(JsonNode::intValue).toList();
        assertThat(epochs)
                .startsWith(1)
                .endsWith(EPOCHS)
                .contains(PEAK, PIT, HOLE)
                .isSorted();
        assertThat(thin.at("/trainLoss/" + epochs.indexOf(PEAK)).doubleValue()).isEqualTo(1e6);
        assertThat(thin.at("/trainLoss/" + epochs.indexOf(PIT)).doubleValue()).isEqualTo(1e-9);
        assertThat(thin.at("/trainLoss/" + epochs.indexOf(HOLE)).stringValue()).isEqualTo("NaN");
        assertThat(thin.at("/gradientNorm/" + epochs.indexOf(HOLE)).stringValue())
                .isEqualTo("-Infinity");

        for (var scale : List.of("linear", "log")) {
            var svg = web.get()
                    .uri(long0 + "?format=svg&scale=" + scale + "&metrics=trainLoss,gradientNorm")
                    .exchange();
            assertThat(svg).hasStatusOk().hasContentType("image/svg+xml");
            var text = svg.getResponse().getContentAsString();
            assertThat(text).doesNotContain("NaN", "Infinity").hasSizeLessThan(1_000_000);
            assertThat(texts(parsed(text))).contains("epoch", "loss");
        }
        assertThat(web.get().uri(long0 + "?format=csv&maxPoints=100"))
                .bodyText()
                .contains("\r\n" + HOLE + ",NaN,")
                .contains("\r\n" + PEAK + ",1000000.0,");
    }

    @Test
    void scaleOfThePictureIsThatWhichIsAskedFor() throws Exception {
        assertThat(svg(SAMPLE + "?scale=log")).isNotEqualTo(svg(SAMPLE));
        assertThat(svg(SAMPLE + "?scale=linear")).isEqualTo(svg(SAMPLE));
        assertThat(texts(parsed(svg(SAMPLE + "?metrics=learningRate"))))
                .contains("learning rate")
                .doesNotContain("loss");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "maxPoints=19 | maxPoints",
                "from=-1 | from",
                "from=1.5 | from",
                "metrics=trainLos | metrics",
                "scale=square | scale",
                "metric=trainLoss | metric",
            })
    void wrongParametersAreNamed(String query, String parameter) {
        var refused = web.get().uri(SAMPLE + "?" + query).exchange();
        assertProblem(refused, 400, "invalid-parameter");
        assertThat(refused).bodyJson().extractingPath("$.errors[0].parameter").isEqualTo(parameter);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/models/sample-penguins-linear/decision-boundary",
                "/v1/models/sample-four-sections-mlp/decision-boundary?resolution=64x40&theme=dark",
                "/v1/training-jobs/sample-two-clouds-linear/decision-boundary?width=300&height=200",
            })
    void boundariesAreWellFormedPictures(String uri) throws Exception {
        assertThat(texts(parsed(svg(uri)))).anyMatch(text -> text.startsWith("border"));
    }

    /// Of 100,000 epochs: a finished job's own first one, and others as no real run would give them.
    private String longJob() throws Exception {
        var job = json.readTree(web.post()
                .uri("/v1/training-jobs")
                .contentType(MediaType.APPLICATION_JSON)
                .content("{\"dataset\": \"sample-two-clouds\", \"epochs\": 1}")
                .exchange()
                .getResponse()
                .getContentAsString());
        var uri = "/v1/training-jobs/" + job.get("id").stringValue();
        await().atMost(Duration.ofSeconds(20))
                .until(() -> get(uri).get("state").stringValue().equals("succeeded"));
        var metrics = store.history(job.get("id").stringValue())
                .orElseThrow()
                .snapshot()
                .metrics();
        var more = new History(metrics);
        for (int epoch = 2; epoch <= EPOCHS; epoch++) {
            int number = epoch;
            more.append(new Epoch(
                    epoch,
                    metrics,
                    metrics.stream()
                            .mapToDouble(metric -> value(metric, number))
                            .toArray()));
        }
        store.append(job.get("id").stringValue(), more.snapshot());
        return uri + "/history";
    }

    private static double value(Metric metric, int epoch) {
        if (metric == Metric.TRAIN_LOSS) {
            return epoch == PEAK ? 1e6 : epoch == PIT ? 1e-9 : epoch == HOLE ? Double.NaN : 1 + epoch % 7;
        }
        return metric == Metric.GRADIENT_NORM && epoch == HOLE ? Double.NEGATIVE_INFINITY : 0.5;
    }

    private String svg(String uri) throws Exception {
        var answer = web.get().uri(uri).accept("image/svg+xml").exchange();
        assertThat(answer).hasStatusOk().hasContentType("image/svg+xml");
        return answer.getResponse().getContentAsString();
    }

    private JsonNode get(String uri) throws Exception {
        var answer = web.get().uri(uri).exchange();
        assertThat(answer).hasStatusOk();
        return json.readTree(answer.getResponse().getContentAsString());
    }
}
