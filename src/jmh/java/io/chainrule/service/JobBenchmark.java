package io.chainrule.service;

import io.chainrule.ChainruleApplication;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The service over HTTP on loopback: a gradient, and a job of 500 epochs from POST to result.
///
/// After the jobs, the median time between `startedAt` and `finishedAt` is printed.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 3, time = 3)
@Fork(1)
public class JobBenchmark {

    private static final String GRADIENT = """
            {"expression": "1/(1+exp(-(w1*x1+w2*x2)))+0.5*(w1^2+w2^2)", "at": {"w1": 0.3, "w2": -0.5, "x1": 0.2, "x2": 0.4}}
            """;

    private final JsonMapper json = JsonMapper.builder().build();
    private final HttpClient client = HttpClient.newHttpClient();
    private final List<Duration> durations = new ArrayList<>();
    private ServletWebServerApplicationContext service;
    private String address;
    private String job;

    @Setup
    public void start() throws IOException {
        var data = Files.createTempDirectory("chainrule-benchmark");
        var application = new SpringApplication(ChainruleApplication.class);
        service = (ServletWebServerApplicationContext)
                application.run("--server.port=0", "--chainrule.data-directory=" + data);
        address = "http://127.0.0.1:" + service.getWebServer().getPort();
        job = Files.readString(Path.of("sample-data/jobs/two-clouds-linear.json"));
    }

    @TearDown
    public void stop() {
        service.close();
        if (!durations.isEmpty()) {
            durations.sort(null);
            System.out.printf(
                    "%d jobs, median from startedAt to finishedAt: %s%n",
                    durations.size(), durations.get(durations.size() / 2));
        }
    }

    @Benchmark
    public JsonNode gradient() throws IOException, InterruptedException {
        return post("/v1/gradients", GRADIENT);
    }

    @Benchmark
    public JsonNode job() throws IOException, InterruptedException {
        var id = post("/v1/training-jobs", job).get("id").stringValue();
        var view = get(id);
        while (!view.get("state").stringValue().equals("succeeded")) {
            Thread.sleep(1);
            view = get(id);
        }
        durations.add(Duration.between(instant(view, "startedAt"), instant(view, "finishedAt")));
        return view;
    }

    private static Instant instant(JsonNode view, String field) {
        return Instant.parse(view.get(field).stringValue());
    }

    private JsonNode get(String id) throws IOException, InterruptedException {
        return send(request("/v1/training-jobs/" + id).GET());
    }

    private JsonNode post(String path, String body) throws IOException, InterruptedException {
        return send(request(path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(address + path));
    }

    private JsonNode send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return json.readTree(
                client.send(request.build(), BodyHandlers.ofString()).body());
    }
}
