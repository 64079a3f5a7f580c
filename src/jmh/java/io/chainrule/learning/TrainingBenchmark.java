package io.chainrule.learning;

import io.chainrule.learning.dataset.Dataset;
import io.chainrule.learning.training.Preparation;
import io.chainrule.learning.training.TrainingRun;
import io.chainrule.learning.training.TrainingSpec;
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
/// After each iteration the rate of the matrix products is told, and how long the optimizer steps took alone, without
/// the measurement of the whole set that ends every epoch.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 7, time = 1)
@Fork(1)
public class TrainingBenchmark {

    @Param
    private Workload work = Workload.LINEAR_2_2;

    private Dataset dataset;
    private TrainingSpec spec;
    private double[] points;
    private long runs;
    private long nanos;
    private long nanosOfSteps;

    @Setup
    public void generate() {
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
                "%.1f GFLOP/s, %.3f ms a run, %.3f ms of it optimizer steps; ",
                2.0 * work.multiplyAdds() * work.epochs * runs / nanos, nanos / 1e6 / runs, nanosOfSteps / 1e6 / runs);
    }

    @Benchmark
    public double train() {
        long start = System.nanoTime();
        var run = Preparation.of(spec, dataset).run();
        while (!run.isFinished()) {
            if (work.isFullBatch()) {
                run.next();
            } else {
                step(run);
            }
        }
        runs++;
        nanos += System.nanoTime() - start;
        return run.epoch();
    }

    private void step(TrainingRun run) {
        long before = run.steps();
        long start = System.nanoTime();
        run.step();
        if (run.steps() > before) {
            nanosOfSteps += System.nanoTime() - start;
        }
    }

    @Benchmark
    public double trainByHand() {
        long start = System.nanoTime();
        double loss = new TrainingByHand(work, points).run();
        runs++;
        nanos += System.nanoTime() - start;
        return loss;
    }
}
