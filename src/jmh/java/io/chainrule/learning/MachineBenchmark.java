package io.chainrule.learning;

import io.chainrule.learning.dataset.Matrix;
import java.util.Collections;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// What bounds the trainings of [TrainingBenchmark] on this machine, whatever program runs them: how many multiply-adds
/// a core does that never loads anything, and how long it takes to read a million rows of 28 features.
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(value = 1, jvmArgsAppend = "--add-modules=jdk.incubator.vector")
public class MachineBenchmark {

    private static final VectorSpecies<Double> LANES = DoubleVector.SPECIES_512;
    private static final int CHAINS = 12; // more than a core needs to be busy
    private static final int STEPS = 100_000;
    private static final int FLOPS = 2 * 8 * CHAINS * STEPS;

    /// Operations a nanosecond, which are GFLOP/s.
    @Benchmark
    @BenchmarkMode(Mode.Throughput)
    @OutputTimeUnit(TimeUnit.NANOSECONDS)
    @OperationsPerInvocation(FLOPS)
    public double multiplyAdds(Factor factor) {
        var a = DoubleVector.broadcast(LANES, factor.value);
        var c0 = a;
        var c1 = a;
        var c2 = a;
        var c3 = a;
        var c4 = a;
        var c5 = a;
        var c6 = a;
        var c7 = a;
        var c8 = a;
        var c9 = a;
        var c10 = a;
        var c11 = a;
        for (int step = 0; step < STEPS; step++) {
            c0 = a.fma(a, c0);
            c1 = a.fma(a, c1);
            c2 = a.fma(a, c2);
            c3 = a.fma(a, c3);
            c4 = a.fma(a, c4);
            c5 = a.fma(a, c5);
            c6 = a.fma(a, c6);
            c7 = a.fma(a, c7);
            c8 = a.fma(a, c8);
            c9 = a.fma(a, c9);
            c10 = a.fma(a, c10);
            c11 = a.fma(a, c11);
        }
        return c0.add(c1)
                .add(c2)
                .add(c3)
                .add(c4)
                .add(c5)
                .add(c6)
                .add(c7)
                .add(c8)
                .add(c9)
                .add(c10)
                .add(c11)
                .lane(0);
    }

    /// In blocks of 256, as a measurement reads them.
    @Benchmark
    public double rowsInOrder(Rows rows) {
        return rows.copied(rows.ordered, 256);
    }

    /// In batches of 1,024, as training reads them.
    @Benchmark
    public double rowsShuffled(Rows rows) {
        return rows.copied(rows.shuffled, 1024);
    }

    @State(Scope.Thread)
    public static class Factor {
        double value = 1e-9; // nobody may know it when this is compiled
    }

    @State(Scope.Thread)
    public static class Rows {

        private static final int COUNT = 1_000_000;
        private static final int COLUMNS = 28;

        private final Matrix matrix = Matrix.zeros(COUNT, COLUMNS);
        private final int[] ordered = IntStream.range(0, COUNT).toArray();
        private final int[] shuffled = new int[COUNT];

        @Setup
        public void shuffle() {
            var all = IntStream.range(0, COUNT).boxed().collect(Collectors.toList());
            Collections.shuffle(all, new Random(1));
            for (int row = 0; row < COUNT; row++) {
                shuffled[row] = all.get(row);
                matrix.values()[row * COLUMNS] = row;
            }
        }

        double copied(int[] order, int batch) {
            var into = new double[batch * COLUMNS];
            double sum = 0;
            for (int from = 0; from + batch <= COUNT; from += batch) {
                matrix.copyRows(order, from, batch, into);
                sum += into[0];
            }
            return sum;
        }
    }
}
