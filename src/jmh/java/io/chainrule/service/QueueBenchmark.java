package io.chainrule.service;

import io.chainrule.ChainruleApplication;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
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

/// The service over HTTP on loopback while 10,000 jobs wait for its one worker: posting one more, and reading a page of
/// the list. Look at p0.99.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 2, time = 5)
@Measurement(iterations = 3, time = 10)
@Fork(1)
public class QueueBenchmark {

    private static final int WAITING = 10_000;
    private static final int OWNERS = 10;
    private static final String SHORT = """
            {"dataset": "sample-two-clouds", "epochs": 5, "tags": {"owner": "%d"}}
            """;
    private static final String ENDLESS = """
            {"dataset": "sample-two-clouds", "epochs": 100000, "batchSize": 1,
             "model": {"type": "mlp", "hidden": [64, 64]}}
            """;

    private final HttpClient client = HttpClient.newHttpClient();
    private ServletWebServerApplicationContext service;
    private String address;
    private int posted;

    @Setup(Level.Trial)
    public void fillTheQueue() throws IOException, InterruptedException {
        var data = Files.createTempDirectory("chainrule-benchmark");
        var application = new SpringApplication(ChainruleApplication.class);
        service = (ServletWebServerApplicationContext)
                application.run("--server.port=0", "--chainrule.data-directory=" + data, "--chainrule.jobs.parallel=1");
        address = "http://127.0.0.1:" + service.getWebServer().getPort() + "/v1/training-jobs";
        post(ENDLESS);
        while (!get("?state=running").contains("\"running\"")) {
            Thread.sleep(10);
        }
        for (int i = 0; i < WAITING; i++) {
            post();
        }
    }

    @TearDown(Level.Trial)
    public void stop() {
        service.close();
    }

    @Benchmark
    public String post() throws IOException, InterruptedException {
        return post(SHORT.formatted(posted++ % OWNERS));
    }

    @Benchmark
    public String list() throws IOException, InterruptedException {
        return get("?state=queued");
    }

    private String post(String job) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create(address))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(job)));
    }

    private String get(String query) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create(address + query)));
    }

    private String send(HttpRequest.Builder request) throws IOException, InterruptedException {
        var answer = client.send(request.build(), BodyHandlers.ofString());
        if (answer.statusCode() >= 300) {
            throw new IllegalStateException(answer.body());
        }
        return answer.body();
    }
}
