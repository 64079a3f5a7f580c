package io.chainrule.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.chainrule.service.store.PostgresServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A service whose wiring was prepared does what one does that wires itself, whatever is set.
class PreparedWiringIT {

    private static final String PREPARED = "Starting AOT-processed";
    private static final String DATASET =
            "{\"name\": \"moons\", \"generate\": {\"type\": \"moons\", \"examples\": 40}}";
    private static final String JOB = "{\"dataset\": \"%s\", \"epochs\": 50}";

    @TempDir
    private static Path folder;

    private static PreparedService prepared;

    private final HttpClient client = HttpClient.newHttpClient();

    @TempDir
    private Path data;

    @BeforeAll
    static void prepares() throws IOException, InterruptedException {
        prepared = PreparedService.in(folder);
    }

    @Test
    void jobsAreTrainedAndSettingsAreHeeded() throws Exception {
        try (var service = prepared.start(data, "chainrule.limits.job.epochs=500")) {
            var address = service.awaitAddress();
            var dataset = trains(address);
            assertThat(post(address, "/v1/training-jobs", JOB.formatted(dataset).replace(": 50", ": 501"))
                            .statusCode())
                    .isEqualTo(422);
            assertThat(get(address, "/v3/api-docs").body()).contains("createTrainingJob");
            assertThat(service.output()).contains(PREPARED);
        }
    }

    @Test
    void jobsAreTrainedOnASharedDatabase() throws Exception {
        try (var service = prepared.start(
                data,
                "spring.profiles.active=postgres",
                "spring.datasource.url=" + PostgresServer.emptyUrl(data),
                "spring.datasource.username=" + PostgresServer.USER)) {
            trains(service.awaitAddress());
            assertThat(service.output()).contains(PREPARED);
            assertThat(data.resolve("chainrule.mv.db")).doesNotExist();
        }
    }

    @Test
    void settingsThatChooseBeansAreHeeded() throws Exception {
        try (var service = prepared.start(data, "chainrule.metrics=true")) {
            var address = service.awaitAddress();
            trains(address);
            assertThat(get(address, "/actuator/prometheus").body()).contains("jvm_memory_used_bytes");
            assertThat(service.output()).contains("[chainrule.metrics]").doesNotContain(PREPARED);
        }
    }

    /// @return the dataset that a job has been trained on
    private String trains(URI address) throws IOException, InterruptedException {
        var dataset = location(post(address, "/v1/datasets", DATASET)).replaceFirst(".*/", "");
        var job = location(post(address, "/v1/training-jobs", JOB.formatted(dataset)));
        Awaitility.await()
                .atMost(Duration.ofMinutes(1))
                .until(() -> get(address, job).body().contains("\"state\":\"succeeded\""));
        return dataset;
    }

    private static String location(HttpResponse<String> made) {
        return made.headers().firstValue("Location").orElseThrow(() -> new AssertionError(made.body()));
    }

    private HttpResponse<String> post(URI address, String path, String body) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(address.resolve(path)).header("Content-Type", "application/json");
        return client.send(request.POST(BodyPublishers.ofString(body)).build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> get(URI address, String path) throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(address.resolve(path)).build(), BodyHandlers.ofString());
    }
}
