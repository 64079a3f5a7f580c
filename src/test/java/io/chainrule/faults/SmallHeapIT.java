package io.chainrule.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A heap of 128 MiB is enough for hundreds of jobs that wait, which take none of it, for the largest table that may
/// be,
/// and for the largest grid.
class SmallHeapIT {

    private static final int JOBS = 300;
    private static final JsonMapper JSON = new JsonMapper();

    /// Of two numbers and a class: 20 bytes a row.
    private static final String LARGE_TABLE = "{'name': 'large', 'generate': {'type': 'moons', 'examples': 200000}}";

    private static final String LARGE_JOB = "{'dataset': '%s', 'model': 'linear', 'epochs': 3, 'batchSize': 500}";
    private static final String SMALL_TABLE = "{'name': 'small', 'generate': {'type': 'moons', 'examples': 100}}";
    private static final String SMALL_JOB = "{'dataset': '%s', 'epochs': 500}";

    private final HttpClient client = HttpClient.newHttpClient();
    private URI address = URI.create("http://127.0.0.1:0");

    @TempDir
    private Path folder;

    @Test
    void smallHeapBearsManyJobsTheLongestTableAndTheFinestGrid() throws Exception {
        var command = List.of(
                "-Xmx128m",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                ServiceProcess.classPath(),
                io.chainrule.ChainruleApplication.class.getName());
        try (var service = ServiceProcess.start(command, folder.resolve("data"))) {
            address = service.awaitAddress();
            var small = post("/v1/datasets", SMALL_TABLE).get("id").stringValue();
            for (int i = 0; i < JOBS; i++) {
                post("/v1/training-jobs", SMALL_JOB.formatted(small));
            }
            var table = post("/v1/datasets", LARGE_TABLE).get("id").stringValue();
            var large = post("/v1/training-jobs", LARGE_JOB.formatted(table))
                    .get("id")
                    .stringValue();
            Awaitility.await()
                    .atMost(Duration.ofMinutes(2))
                    .pollInterval(Duration.ofMillis(200))
                    .until(() ->
                            get("/v1/training-jobs?state=queued").get("items").isEmpty()
                                    && get("/v1/training-jobs/" + large).has("finishedAt"));
            assertThat(get("/v1/training-jobs/" + large).get("state").stringValue())
                    .isEqualTo("succeeded");
            var grid = get("/v1/training-jobs/" + large + "/decision-boundary?resolution=512&probabilities=all");
            assertThat(grid.get("label")).hasSize(512);
            assertThat(service.output()).doesNotContain("OutOfMemoryError");
        }
    }

    private JsonNode post(String path, String body) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(address.resolve(path))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body.replace('\'', '"')))
                .build();
        return checked(client.send(request, BodyHandlers.ofString()));
    }

    private JsonNode get(String path) throws IOException, InterruptedException {
        return checked(client.send(HttpRequest.newBuilder(address.resolve(path)).build(), BodyHandlers.ofString()));
    }

    private static JsonNode checked(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 202);
        return JSON.readTree(answer.body());
    }
}
