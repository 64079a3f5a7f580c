package io.chainrule.service;

import java.io.IOException;
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
import tools.jackson.databind.JsonNode;

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

    private RunningService service;
    private int posted;

    @Setup(Level.Trial)
    public void fillTheQueue() throws IOException, InterruptedException {
        service = new RunningService("--chainrule.jobs.parallel=1");
        service.post(RunningService.JOBS, ENDLESS);
        while (get("?state=running").get("items").isEmpty()) {
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
    public JsonNode post() throws IOException, InterruptedException {
        return service.post(RunningService.JOBS, SHORT.formatted(posted++ % OWNERS));
    }

    @Benchmark
    public JsonNode list() throws IOException, InterruptedException {
        return get("?state=queued");
    }

    private JsonNode get(String query) throws IOException, InterruptedException {
        return service.get(RunningService.JOBS + query);
    }
}
