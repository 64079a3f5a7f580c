package io.chainrule.service;

import io.chainrule.learning.dataset.Csv;
import io.chainrule.learning.dataset.Dataset;
import io.chainrule.learning.dataset.DatasetLimits;
import io.chainrule.learning.dataset.DatasetSpec;
import io.chainrule.learning.training.TrainingRun;
import io.chainrule.learning.training.TrainingSpec;
import io.chainrule.service.json.SpecReader;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.runner.IterationType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What it costs a training to be a job: the same training is pulled by a bare loop and then by the service, with its
/// claim, history, events, checkpoints and frames. The score is both together.
///
/// At the end the medians are told, of the clock (from `startedAt` to `finishedAt`) and of the CPU time of the thread
/// that trains, which hardly minds what else keeps the machine busy; and how much longer the job takes, in percent.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3)
@Measurement(iterations = 7)
@Fork(1)
public class OverheadBenchmark {

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    /// A second or more each.
    public enum Work {
        MANY_EPOCHS("""
                "epochs": 100000, "model": {"type": "mlp", "hidden": [16]}"""),
        MANY_STEPS("""
                "epochs": 60000, "model": "linear", "batchSize": 1"""),
        FEW_EPOCHS("""
                "epochs": 10000, "model": {"type": "mlp", "hidden": [64, 64]}, "optimizer": "adam", "batchSize": 32""");

        private final String settings;

        Work(String settings) {
            this.settings = settings;
        }

        String job() {
            return "{\"dataset\": \"sample-two-clouds\", \"seed\": 1, %s}".formatted(settings);
        }
    }

    private record Pair(double bareSeconds, double jobSeconds, double bareCpu, double jobCpu) {}

    @Param
    private Work work = Work.MANY_EPOCHS;

    private final List<Pair> pairs = new ArrayList<>();
    private RunningService service;
    private Dataset dataset;
    private TrainingSpec spec;

    @Setup
    public void start() throws IOException {
        service = new RunningService("--chainrule.jobs.parallel=1");
        try (var csv = Files.newInputStream(Path.of("sample-data/two-clouds.csv"))) {
            dataset = Csv.read(csv, DatasetSpec.named("two-clouds"), DatasetLimits.standard());
        }
        spec = SpecReader.read(JsonMapper.builder().build().readTree(work.job()), TrainingSpec.class);
    }

    @TearDown
    public void stop() {
        service.close();
        System.out.printf(
                "%nbare %.3f s, job %.3f s: %+.1f %%; CPU of the training thread: bare %.3f s, job %.3f s: %+.1f %%%n",
                median(Pair::bareSeconds),
                median(Pair::jobSeconds),
                percent(median(Pair::bareSeconds), median(Pair::jobSeconds)),
                median(Pair::bareCpu),
                median(Pair::jobCpu),
                percent(median(Pair::bareCpu), median(Pair::jobCpu)));
    }

    @TearDown(Level.Iteration)
    public void forgetWarmUp(IterationParams iteration) {
        if (iteration.getType() == IterationType.WARMUP) {
            pairs.clear();
        }
    }

    @Benchmark
    public double bareAndAsJob() throws IOException, InterruptedException {
        long began = System.nanoTime();
        long cpu = THREADS.getCurrentThreadCpuTime();
        double loss = train();
        double bareCpu = (THREADS.getCurrentThreadCpuTime() - cpu) / 1e9;
        double bareSeconds = (System.nanoTime() - began) / 1e9;

        cpu = cpuOfTraining();
        var job = ended();
        double jobCpu = (cpuOfTraining() - cpu) / 1e9;
        pairs.add(new Pair(bareSeconds, seconds(job), bareCpu, jobCpu));
        return loss;
    }

    private double train() {
        var run = TrainingRun.of(spec, dataset);
        double sum = 0;
        while (!run.isFinished()) {
            sum += run.next().number();
        }
        return sum;
    }

    /// Looks seldom, to be in nobody's way.
    private JsonNode ended() throws IOException, InterruptedException {
        var path = RunningService.JOBS + "/"
                + service.post(RunningService.JOBS, work.job()).get("id").stringValue();
        var view = service.get(path);
        while (!view.has("finishedAt")) {
            Thread.sleep(250);
            view = service.get(path);
        }
        return view;
    }

    private static double seconds(JsonNode job) {
        var took = Duration.between(
                Instant.parse(job.get("startedAt").stringValue()),
                Instant.parse(job.get("finishedAt").stringValue()));
        return took.toNanos() / 1e9;
    }

    private static long cpuOfTraining() {
        return Arrays.stream(THREADS.getThreadInfo(THREADS.getAllThreadIds()))
                .filter(Objects::nonNull)
                .filter(thread -> thread.getThreadName().startsWith("training-"))
                .mapToLong(ThreadInfo::getThreadId)
                .map(THREADS::getThreadCpuTime)
                .sum();
    }

    private double median(ToDoubleFunction<Pair> figure) {
        var sorted = pairs.stream().mapToDouble(figure).sorted().toArray();
        return sorted[sorted.length / 2];
    }

    private static double percent(double bare, double job) {
        return 100 * (job - bare) / bare;
    }
}
