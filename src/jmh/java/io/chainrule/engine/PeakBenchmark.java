package io.chainrule.engine;

import java.util.concurrent.TimeUnit;
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
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// What one core does at most: fused multiply-adds of doubles in registers, without a single load. The score is in
/// multiply-adds a nanosecond for vectors of eight; two of them are two GFLOP/s, and no matrix product of any program
/// on this core gets beyond.
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(value = 1, jvmArgs = "--add-modules=jdk.incubator.vector")
public class PeakBenchmark {

    private static final VectorSpecies<Double> LANES = DoubleVector.SPECIES_512;
    private static final int CHAINS = 12; // more than the latency of an instruction asks for
    private static final int LENGTH = 1_000;

    private double factor = 0.999_999;

    @Benchmark
    @OperationsPerInvocation(CHAINS * LENGTH * 8)
    public double multiplyAdds() {
        var x = DoubleVector.broadcast(LANES, factor);
        var y = DoubleVector.broadcast(LANES, 1e-7);
        var c0 = y;
        var c1 = y;
        var c2 = y;
        var c3 = y;
        var c4 = y;
        var c5 = y;
        var c6 = y;
        var c7 = y;
        var c8 = y;
        var c9 = y;
        var c10 = y;
        var c11 = y;
        for (int k = 0; k < LENGTH; k++) {
            c0 = c0.fma(x, y);
            c1 = c1.fma(x, y);
            c2 = c2.fma(x, y);
            c3 = c3.fma(x, y);
            c4 = c4.fma(x, y);
            c5 = c5.fma(x, y);
            c6 = c6.fma(x, y);
            c7 = c7.fma(x, y);
            c8 = c8.fma(x, y);
            c9 = c9.fma(x, y);
            c10 = c10.fma(x, y);
            c11 = c11.fma(x, y);
        }
        var sum = c0.add(c1).add(c2).add(c3).add(c4).add(c5);
        return sum.add(c6).add(c7).add(c8).add(c9).add(c10).add(c11).lane(0);
    }
}
