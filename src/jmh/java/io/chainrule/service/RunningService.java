package io.chainrule.service;

import io.chainrule.ChainruleApplication;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The service in the benchmark's own process, with an embedded database of its own, and a client that talks to it.
final class RunningService implements AutoCloseable {

    static final String JOBS = "/v1/training-jobs";

    private final JsonMapper json = JsonMapper.builder().build();
    private final HttpClient client = HttpClient.newHttpClient();
    private final Path directory;
    private final ServletWebServerApplicationContext service;
    private final int port;
    private final String address;

    /// @param settings such as `--chainrule.jobs.parallel=1`
    RunningService(String... settings) throws IOException {
        directory = Files.createTempDirectory("chainrule-benchmark");
        var own = Stream.of("--server.port=0", "--chainrule.data-directory=" + directory);
        service = (ServletWebServerApplicationContext) new SpringApplication(ChainruleApplication.class)
                .run(Stream.concat(own, Stream.of(settings)).toArray(String[]::new));
        port = service.getWebServer().getPort();
        address = "http://127.0.0.1:" + port;
    }

    /// On loopback.
    int port() {
        return port;
    }

    @Override
    public void close() {
        service.close();
    }

    JsonNode post(String path, String body) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create(address + path))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    JsonNode get(String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create(address + path)));
    }

    /// How large the database is, in bytes.
    long storedBytes() throws IOException {
        try (var files = Files.walk(directory)) {
            return files.filter(Files::isRegularFile)
                    .mapToLong(RunningService::size)
                    .sum();
        }
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    private JsonNode send(HttpRequest.Builder request) throws IOException, InterruptedException {
        var answer = client.send(request.build(), BodyHandlers.ofString());
        if (answer.statusCode() >= 300) {
            throw new IllegalStateException(answer.body());
        }
        return json.readTree(answer.body());
    }
}
