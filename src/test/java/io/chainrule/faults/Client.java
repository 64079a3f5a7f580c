package io.chainrule.faults;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Talks HTTP to the service and writes down what it says.
final class Client {

    static final String JOBS = "/v1/training-jobs";
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final AtomicLong REQUESTS = new AtomicLong();

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final Recording recording;
    private volatile URI address = URI.create("http://127.0.0.1:0");

    Client(Recording recording) {
        this.recording = recording;
    }

    /// @param body null if it is not JSON
    record Answer(int status, @Nullable JsonNode body, HttpResponse<?> response) {

        JsonNode json() {
            if (body == null) {
                throw new IllegalStateException("There is no JSON in the answer " + status);
            }
            return body;
        }
    }

    void talkTo(URI service) {
        address = service;
    }

    URI address(String path) {
        return address.resolve(path);
    }

    Optional<Answer> get(String path) {
        return send("GET", path, null);
    }

    Optional<Answer> post(String path) {
        return send("POST", path, null);
    }

    /// @param headers names and values in turn
    Optional<Answer> post(String path, String body, String... headers) {
        return send("POST", path, body, headers);
    }

    /// The jobs that an answer tells of.
    static List<Recording.Seen> seen(@Nullable JsonNode body) {
        if (body == null) {
            return List.of();
        }
        var all = new ArrayList<Recording.Seen>();
        if (body.has("items")) {
            body.get("items").forEach(job -> all.add(job(job)));
        } else if (body.has("version") && body.has("state")) {
            all.add(job(body));
        }
        return all;
    }

    private static Recording.Seen job(JsonNode job) {
        return new Recording.Seen(
                job.get("id").stringValue(),
                job.get("state").stringValue(),
                job.get("version").longValue(),
                job.get("attempt").intValue(),
                job.has("checkpointEpoch") ? job.get("checkpointEpoch").intValue() : null,
                job.has("parametersHash") ? job.get("parametersHash").stringValue() : null);
    }

    /// @return empty if nobody answers
    private Optional<Answer> send(String method, String path, @Nullable String body, String... headers) {
        var name = "r" + REQUESTS.incrementAndGet();
        var request = HttpRequest.newBuilder(address(path))
                .timeout(Duration.ofSeconds(20))
                .method(
                        method,
                        body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body));
        if (body != null) {
            request.header("Content-Type", "application/json");
        }
        if (headers.length > 0) {
            request.headers(headers);
        }
        recording.add(new Recording.Asked(Instant.now(), name, method, path, body));
        try {
            var response = http.send(request.build(), BodyHandlers.ofString());
            var json = response.body().startsWith("{") ? JSON.readTree(response.body()) : null;
            recording.add(new Recording.Answered(Instant.now(), name, response.statusCode(), seen(json)));
            return Optional.of(new Answer(response.statusCode(), json, response));
        } catch (IOException gone) {
            recording.add(new Recording.Unanswered(Instant.now(), name, gone.toString()));
            return Optional.empty();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stop);
        }
    }
}
