package io.chainrule.service.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.function.Predicate;
import org.awaitility.Awaitility;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.core.env.Environment;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A client of the service of a [LiveTest].
@TestComponent
class LiveService {

    static final String JOBS = "/v1/training-jobs";

    /// Trains for minutes, unless somebody stops it.
    static final String ENDLESS =
            "{'dataset': '%s', 'epochs': 100000, 'model': {'type': 'mlp', 'hidden': [300, 300]}, 'frames': 0}";

    /// Done at once.
    static final String SHORT = "{'dataset': '%s', 'epochs': 20}";

    private static final String CLASSES =
            "{'columns': {'x': [1, 2, 3, 4], 'z': [4, 2, 1, 3], 'y': ['a', 'b', 'a', 'b']}}";

    private final HttpClient client = HttpClient.newHttpClient();
    private final JsonMapper json = new JsonMapper();
    private final Environment environment;

    LiveService(Environment environment) {
        this.environment = environment;
    }

    int port() {
        return environment.getRequiredProperty("local.server.port", Integer.class);
    }

    URI uri(String path) {
        return URI.create("http://127.0.0.1:" + port() + path);
    }

    /// @param headers name, value, name, value, ...
    HttpResponse<String> get(String path, String... headers) {
        return send(request(path, headers).GET().build());
    }

    HttpResponse<String> post(String path, String body, String... headers) {
        return send(request(path, headers)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body.replace('\'', '"')))
                .build());
    }

    HttpRequest.Builder request(String path, String... headers) {
        var request = HttpRequest.newBuilder(uri(path)).timeout(Duration.ofSeconds(30));
        return headers.length == 0 ? request : request.headers(headers);
    }

    HttpResponse<String> send(HttpRequest request) {
        try {
            return client.send(request, BodyHandlers.ofString());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    JsonNode tree(HttpResponse<String> answer) {
        return json.readTree(answer.body());
    }

    JsonNode tree(String text) {
        return json.readTree(text);
    }

    String dataset() {
        return dataset(CLASSES);
    }

    /// The id of a new dataset.
    String dataset(String body) {
        return id(post("/v1/datasets", body), 201);
    }

    String submit(String job) {
        return submit(job, dataset());
    }

    /// The id of a new job.
    String submit(String job, String dataset) {
        return id(post(JOBS, job.formatted(dataset)), 202);
    }

    private String id(HttpResponse<String> answer, int status) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        return tree(answer).get("id").stringValue();
    }

    JsonNode job(String id) {
        return tree(get(JOBS + "/" + id));
    }

    HttpResponse<String> act(String id, String action) {
        return post(JOBS + "/" + id + "/" + action, "");
    }

    JsonNode awaitState(String id, String state) {
        return await(id, job -> job.get("state").stringValue().equals(state));
    }

    JsonNode awaitEpoch(String id, int epoch) {
        return await(id, job -> job.at("/progress/epoch").asInt(0) >= epoch);
    }

    private JsonNode await(String id, Predicate<JsonNode> condition) {
        return Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(10))
                .until(() -> job(id), condition);
    }
}
