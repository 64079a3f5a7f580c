package io.chainrule.service;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/// 200 jobs of 500 epochs on 100 points, posted at once, until the last has succeeded; the score is per job.
///
/// At the end the size of the database is told, and again a minute later.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3)
@Measurement(iterations = 7)
@Fork(1)
public class BurstBenchmark {

    private static final int JOBS = 200;

    private RunningService service;
    private String job;

    @Setup(Level.Trial)
    public void start() throws IOException {
        service = new RunningService();
        job = Files.readString(Path.of("sample-data/jobs/two-clouds-linear.json"));
    }

    @TearDown(Level.Trial)
    public void stop() throws IOException, InterruptedException {
        System.out.printf("%.1f MiB stored", service.storedBytes() / 0x1p20);
        Thread.sleep(60_000);
        System.out.printf(", %.1f MiB a minute later%n", service.storedBytes() / 0x1p20);
        service.close();
    }

    @Benchmark
    @OperationsPerInvocation(JOBS)
    public int burst() throws IOException, InterruptedException, ExecutionException {
        var ids = postAll();
        for (var id : ids) {
            var path = RunningService.JOBS + "/" + id.get();
            while (!service.get(path).get("state").stringValue().equals("succeeded")) {
                Thread.sleep(5);
            }
        }
        return ids.size();
    }

    private ArrayList<Future<String>> postAll() {
        var ids = new ArrayList<Future<String>>();
        try (var clients = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<String> post =
                    () -> service.post(RunningService.JOBS, job).get("id").stringValue();
            for (int i = 0; i < JOBS; i++) {
                ids.add(clients.submit(post));
            }
        }
        return ids;
    }
}
