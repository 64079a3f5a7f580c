package io.chainrule.learning;

import io.chainrule.engine.kernel.Team;
import io.chainrule.learning.dataset.Dataset;
import io.chainrule.learning.training.Preparation;
import io.chainrule.learning.training.TrainingRun;
import io.chainrule.learning.training.TrainingSpec;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.concurrent.TimeUnit;
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

/// A whole training run, from the prepared dataset to the last epoch, beside the same work written by hand.
///
/// After each iteration the CPU time of the thread is told, which hardly minds what else keeps the machine busy: of a
/// run, and of the optimizer steps alone, without the preparation and without the measurement of the whole set that
/// ends every epoch; and the rate of the matrix products by it.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 7, time = 1)
@Fork(1)
public class TrainingBenchmark {

    private static final ThreadMXBean THREAD = ManagementFactory.getThreadMXBean();

    @Param
    private Workload work = Workload.LINEAR_2_2;

    /// Those that may share a large product; `-p threads=1,2` compares them.
    @Param("1")
    private int threads = 1;

    private Dataset dataset;
    private TrainingSpec spec;
    private double[] points;
    private long runs;
    private long nanos;
    private long nanosOfSteps;

    @Setup
    public void generate() {
        Team.use(threads);
        dataset = work.dataset();
        spec = work.spec();
        points = work.points();
    }

    @Setup(Level.Iteration)
    public void startCounting() {
        runs = 0;
        nanos = 0;
        nanosOfSteps = 0;
    }

    @TearDown(Level.Iteration)
    public void tellRate() {
        System.out.printf(
                "%.1f GFLOP/s, %.3f ms of CPU a run, %.3f ms of it optimizer steps; ",
                2.0 * work.multiplyAdds() * work.epochs * runs / nanos, nanos / 1e6 / runs, nanosOfSteps / 1e6 / runs);
    }

    @Benchmark
    public double train() {
        long start = THREAD.getCurrentThreadCpuTime();
        var run = Preparation.of(spec, dataset).run();
        while (!run.isFinished()) {
            if (work.isFullBatch()) {
                run.next();
            } else {
                step(run);
            }
        }
        runs++;
        nanos += THREAD.getCurrentThreadCpuTime() - start;
        return run.epoch();
    }

    private void step(TrainingRun run) {
        long before = run.steps();
        long start = THREAD.getCurrentThreadCpuTime();
        run.step();
        if (run.steps() > before) {
            nanosOfSteps += THREAD.getCurrentThreadCpuTime() - start;
        }
    }

    @Benchmark
    public double trainByHand() {
        long start = THREAD.getCurrentThreadCpuTime();
        double loss = new TrainingByHand(work, points).run();
        runs++;
        nanos += THREAD.getCurrentThreadCpuTime() - start;
        return loss;
    }
}
