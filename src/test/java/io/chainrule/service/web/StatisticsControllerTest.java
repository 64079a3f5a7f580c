package io.chainrule.service.web;

import static io.chainrule.service.web.ProblemAnswersTest.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@WebTest
class StatisticsControllerTest {

    @Autowired
    private MockMvcTester web;

    @Autowired
    private JsonMapper json;

    @Test
    void penguinsAreDescribedColumnByColumn() throws Exception {
        var statistics = statistics("sample-penguins");
        assertThat(statistics.get("examples").intValue()).isEqualTo(344);
        assertThat(statistics.get("target").stringValue()).isEqualTo("species");
        var bill = statistics.at("/columns/2");
        assertThat(bill.get("name").stringValue()).isEqualTo("bill_length_mm");
        assertThat(bill.get("type").stringValue()).isEqualTo("number");
        assertThat(bill.get("count").intValue()).isEqualTo(342);
        assertThat(bill.get("missing").intValue()).isEqualTo(2);
        assertThat(bill.get("min").doubleValue()).isEqualTo(32.1);
        assertThat(bill.get("max").doubleValue()).isEqualTo(59.6);
        assertThat(bill.get("mean").doubleValue()).isBetween(43.9219, 43.922);
        assertThat(bill.get("quartiles")).hasToString("[39.225,44.45,48.5]");
        assertThat(bill.at("/histogram/edges").size())
                .isEqualTo(bill.at("/histogram/counts").size() + 1);
        assertThat(bill.has("categories")).isFalse();
        var sex = statistics.at("/columns/6");
        assertThat(sex.get("categories"))
                .hasToString("[{\"label\":\"female\",\"count\":165},{\"label\":\"male\",\"count\":168}]");
        assertThat(sex.has("mean")).isFalse();
        assertThat(statistics.get("classBalance"))
                .hasToString("[{\"label\":\"Adelie\",\"count\":152,\"share\":0.4418604651162791},"
                        + "{\"label\":\"Chinstrap\",\"count\":68,\"share\":0.19767441860465115},"
                        + "{\"label\":\"Gentoo\",\"count\":124,\"share\":0.36046511627906974}]");
        assertThat(statistics.at("/correlations/columns").size()).isEqualTo(5);
        assertThat(statistics.at("/correlations/matrix/2/3").doubleValue()).isBetween(0.8712, 0.8713);
    }

    @Test
    void regressionHasNoClassBalance() throws Exception {
        var created = web.post()
                .uri("/v1/datasets")
                .header("Content-Type", "application/json")
                .content("{\"generate\": {\"type\": \"linear\", \"noise\": 0}}")
                .exchange();
        var statistics = statistics(json.readTree(created.getResponse().getContentAsString())
                .get("id")
                .stringValue());
        assertThat(statistics.has("classBalance")).isFalse();
        assertThat(statistics.at("/correlations/matrix/0/1").doubleValue()).isGreaterThan(0.999999);
    }

    @Test
    void unknownDatasetIsNotFound() {
        assertProblem(web.get().uri("/v1/datasets/ds_none/statistics").exchange(), 404, "not-found");
    }

    private JsonNode statistics(String id) throws Exception {
        var answer = web.get().uri("/v1/datasets/" + id + "/statistics").exchange();
        assertThat(answer).hasStatusOk();
        return json.readTree(answer.getResponse().getContentAsString());
    }
}
