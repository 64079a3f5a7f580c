package io.chainrule.learning;

import io.chainrule.learning.training.Preparation;
import io.chainrule.learning.training.ThirtyTrainings;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// The seconds that trainings are said to take, beside those of the processor that they do take: a line each, with the
/// ratio. The score is the time of all.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 1)
@Measurement(iterations = 1)
@Fork(1)
public class EstimateBenchmark {

    private static final ThreadMXBean THREAD = ManagementFactory.getThreadMXBean();
    private static final int MOST_RUNS = 50;
    private static final double SECONDS = 0.3;

    private final List<ThirtyTrainings.Training> trainings = ThirtyTrainings.all();

    @Benchmark
    public double trainAll() {
        System.out.printf("%n%-32s %12s %12s %6s%n", "hidden layers on examples", "told", "measured", "ratio");
        return trainings.stream().mapToDouble(EstimateBenchmark::compare).max().orElseThrow();
    }

    /// The larger of the ratio and its inverse.
    private static double compare(ThirtyTrainings.Training training) {
        var preparation = Preparation.of(training.spec(), training.examples());
        double told = preparation.estimate().seconds();
        double measured = measured(preparation);
        System.out.printf("%-32s %10.5f s %10.5f s %6.2f%n", training.name(), told, measured, told / measured);
        return Math.max(told / measured, measured / told);
    }

    /// The median of as many runs as there is time for.
    private static double measured(Preparation preparation) {
        var seconds = new double[MOST_RUNS];
        int runs = 0;
        for (double sum = 0; runs < MOST_RUNS && sum < SECONDS; sum += seconds[runs++]) {
            long start = THREAD.getCurrentThreadCpuTime();
            var run = preparation.run();
            while (!run.isFinished()) {
                run.next();
            }
            seconds[runs] = (THREAD.getCurrentThreadCpuTime() - start) / 1e9;
        }
        Arrays.sort(seconds, 0, runs);
        return seconds[runs / 2];
    }
}
