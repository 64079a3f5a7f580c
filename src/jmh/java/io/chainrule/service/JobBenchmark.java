package io.chainrule.service;

import java.io.IOException;
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
import tools.jackson.databind.JsonNode;

/// The service over HTTP on loopback: a gradient, a job of 500 epochs from POST to result, and a look at a job while it
/// runs.
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
    private static final String LONG = """
            {"dataset": "sample-two-clouds", "epochs": 100000, "batchSize": 1,
             "model": {"type": "mlp", "hidden": [64, 64]}}
            """;

    private final List<Duration> durations = new ArrayList<>();
    private RunningService service;
    private String job;
    private String running;

    @Setup
    public void start() throws IOException {
        service = new RunningService();
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
        return service.post("/v1/gradients", GRADIENT);
    }

    @Benchmark
    public JsonNode job() throws IOException, InterruptedException {
        var path = post(job);
        var view = service.get(path);
        while (!view.get("state").stringValue().equals("succeeded")) {
            Thread.sleep(1);
            view = service.get(path);
        }
        durations.add(Duration.between(instant(view, "startedAt"), instant(view, "finishedAt")));
        return view;
    }

    @Benchmark
    public JsonNode poll() throws IOException, InterruptedException {
        if (running == null) {
            running = post(LONG);
        }
        return service.get(running);
    }

    private String post(String spec) throws IOException, InterruptedException {
        return RunningService.JOBS + "/"
                + service.post(RunningService.JOBS, spec).get("id").stringValue();
    }

    private static Instant instant(JsonNode view, String field) {
        return Instant.parse(view.get(field).stringValue());
    }
}
