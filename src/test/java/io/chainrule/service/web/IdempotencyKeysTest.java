package io.chainrule.service.web;

import static io.chainrule.service.web.LiveService.JOBS;
import static io.chainrule.service.web.LiveService.SHORT;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@LiveTest
class IdempotencyKeysTest {

    private static final String KEY = "Idempotency-Key";
    private static final String CSV = "x,y\n1,a\n2,b\n3,a\n";

    @Autowired
    private LiveService service;

    private final String key = UUID.randomUUID().toString();

    private long jobs(String dataset) {
        return service.tree(service.get(JOBS + "?dataset=" + dataset))
                .get("items")
                .size();
    }

    private long datasets(String name) {
        return service.tree(service.get("/v1/datasets?name=" + name))
                .get("items")
                .size();
    }

    private void assertReplayed(HttpResponse<String> first, HttpResponse<String> second, int status) {
        assertThat(first.statusCode()).as(first.body()).isEqualTo(status);
        assertThat(first.headers().firstValue("Idempotency-Replayed")).isEmpty();
        assertThat(second.statusCode()).isEqualTo(status);
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(second.headers().firstValue("Idempotency-Replayed")).hasValue("true");
        for (var header : new String[] {"Location", "Content-Type", "Retry-After"}) {
            assertThat(second.headers().firstValue(header))
                    .as(header)
                    .isEqualTo(first.headers().firstValue(header));
        }
    }

    @Test
    void hundredConcurrentPostsWithOneKeyMakeOneJob() throws Exception {
        var dataset = service.dataset();
        try (var clients = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<HttpResponse<String>> post = () -> service.post(JOBS, SHORT.formatted(dataset), KEY, key);
            var answers = clients.invokeAll(
                    IntStream.range(0, 100).mapToObj(_ -> post).toList());
            long first = 0;
            for (var answer : answers) {
                var response = answer.get();
                assertThat(response.statusCode()).as(response.body()).isIn(202, 409);
                if (response.statusCode() == 409) {
                    assertThat(response.body()).contains("\"code\":\"idempotency-in-progress\"");
                    assertThat(response.headers().firstValue("Retry-After")).hasValue("1");
                } else if (response.headers().firstValue("Idempotency-Replayed").isEmpty()) {
                    first++;
                }
            }
            assertThat(first).isEqualTo(1);
        }
        assertThat(jobs(dataset)).isEqualTo(1);
        var answer = service.post(JOBS, SHORT.formatted(dataset), KEY, key);
        assertThat(answer.headers().firstValue("Idempotency-Replayed")).hasValue("true");
        service.awaitState(service.tree(answer).get("id").stringValue(), "succeeded");
    }

    @Test
    void sameRequestGetsTheFirstAnswerAndAnotherOneIsRefused() {
        var dataset = service.dataset();
        var body = SHORT.formatted(dataset);
        var first = service.post(JOBS, body, KEY, key);
        assertReplayed(first, service.post(JOBS, body, KEY, key), 202);
        for (var other : new String[] {body + " ", body.replace("20", "21")}) {
            var refused = service.post(JOBS, other, KEY, key);
            assertThat(refused.statusCode()).isEqualTo(422);
            assertThat(refused.body()).contains("\"code\":\"idempotency-key-reused\"");
        }
        assertThat(service.post(JOBS + "?validateOnly=true", body, KEY, key).statusCode())
                .isEqualTo(422);
        assertThat(service.post("/v1/experiments", body, KEY, key).statusCode()).isEqualTo(422);
        assertThat(jobs(dataset)).isEqualTo(1);
        assertThat(service.post(JOBS, body).statusCode()).isEqualTo(202);
        assertThat(service.post(JOBS, body, KEY, key + "2").statusCode()).isEqualTo(202);
        assertThat(jobs(dataset)).isEqualTo(3);
    }

    @Test
    void refusedRequestKeepsNoKey() {
        var dataset = service.dataset();
        var wrong = service.post(JOBS, SHORT.formatted(dataset).replace("20", "0"), KEY, key);
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(service.post(JOBS, "{", KEY, key).statusCode()).isEqualTo(400);
        assertThat(service.post(JOBS, SHORT.formatted(dataset), KEY, key).statusCode())
                .isEqualTo(202);
    }

    @Test
    void experimentIsMadeOnce() {
        var body = "{'base': {'dataset': '%s', 'epochs': 2}, 'grid': {'seed': [1, 2]}}".formatted(service.dataset());
        assertReplayed(
                service.post("/v1/experiments", body, KEY, key), service.post("/v1/experiments", body, KEY, key), 202);
    }

    @Test
    void datasetOfJsonIsMadeOnce() {
        var body = "{'name': '" + key + "', 'rows': [{'x': 1, 'y': 'a'}, {'x': 2, 'y': 'b'}]}";
        assertReplayed(service.post("/v1/datasets", body, KEY, key), service.post("/v1/datasets", body, KEY, key), 201);
        assertThat(datasets(key)).isEqualTo(1);
    }

    @Test
    void datasetOfCsvIsMadeOnce() {
        assertReplayed(csv(key, CSV), csv(key, CSV), 201);
        assertThat(csv(key, CSV + "4,b\n").statusCode()).isEqualTo(422);
        assertThat(csv(key + "other", CSV).statusCode()).isEqualTo(422);
        assertThat(datasets(key)).isEqualTo(1);
    }

    private HttpResponse<String> csv(String name, String content) {
        return service.send(service.request("/v1/datasets?name=" + name, KEY, key, "Content-Type", "text/csv")
                .POST(BodyPublishers.ofString(content))
                .build());
    }

    /// Whoever sends a form again draws another boundary, which makes no other request of it.
    @Test
    void datasetOfFormIsMadeOnce() {
        assertReplayed(form("boundary-one", key, CSV), form("boundary-two", key, CSV), 201);
        assertThat(form("boundary-one", key, CSV + "4,b\n").statusCode()).isEqualTo(422);
        assertThat(form("boundary-one", key + "other", CSV).statusCode()).isEqualTo(422);
        assertThat(datasets(key)).isEqualTo(1);
    }

    @Test
    void formThatIsCutOffIsRefusedAsWithoutKey() {
        var type = "multipart/form-data; boundary=b";
        var answer = service.send(service.request("/v1/datasets", KEY, key, "Content-Type", type)
                .POST(BodyPublishers.ofString("--b\r\nContent-Disposition: form-data; name=\"file\"\r\n\r\n1"))
                .build());
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("\"code\":\"malformed-request\"");
    }

    private HttpResponse<String> form(String boundary, String name, String content) {
        var body = """
                --%1$s
                Content-Disposition: form-data; name="name"

                %2$s
                --%1$s
                Content-Disposition: form-data; name="file"; filename="points.csv"
                Content-Type: text/csv

                %3$s
                --%1$s--
                """.formatted(boundary, name, content).replace("\n", "\r\n");
        return service.send(
                service.request("/v1/datasets", KEY, key, "Content-Type", "multipart/form-data; boundary=" + boundary)
                        .POST(BodyPublishers.ofString(body))
                        .build());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "tab\tin it", "256"})
    void keyThatIsNoneIsRefused(String wrong) {
        var answer = service.post(JOBS, "{}", KEY, wrong.equals("256") ? "k".repeat(256) : wrong);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("\"code\":\"invalid-parameter\"", "\"parameter\":\"Idempotency-Key\"");
        assertThat(service.post(JOBS, "{}", KEY, "k".repeat(255)).statusCode()).isEqualTo(422);
        assertThat(service.post(JOBS, "{}", KEY, "one", KEY, "two").statusCode())
                .isEqualTo(400);
    }

    @Test
    void bodyBeyondTheLimitIsRefusedAsWithoutKey() {
        var answer = service.post(JOBS, " ".repeat(1 << 20) + "{}", KEY, key);
        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).contains("\"limitBytes\":1048576");
    }

    @Test
    void elsewhereTheKeyChangesNothing() {
        var body = "{'expression': 'x', 'at': {'x': 1}}";
        assertThat(service.post("/v1/gradients", body, KEY, key).statusCode()).isEqualTo(200);
        assertThat(service.post("/v1/gradients", body.replace("1", "2"), KEY, key)
                        .statusCode())
                .isEqualTo(200);
    }
}
