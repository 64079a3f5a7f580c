package io.chainrule.engine;

import io.chainrule.engine.graph.Binary;
import io.chainrule.engine.graph.Graph;
import io.chainrule.engine.graph.Node;
import io.chainrule.engine.graph.Shape;
import io.chainrule.engine.plan.Plan;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
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

/// Value and four gradients of 1/(1 + e^-(w1·x1 + w2·x2)) + 0.5(w1² + w2²), each beside a hand-written loop.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class WorkedExampleBenchmark {

    private static final int POINTS = 1_000_000;
    private static final int BLOCK = 500; // divides the points

    private final Compiled one = new Compiled(1);
    private final Compiled block = new Compiled(BLOCK);
    private final double[] x1 = new SplittableRandom(1).doubles(POINTS, -2, 2).toArray();
    private final double[] x2 = new SplittableRandom(2).doubles(POINTS, -2, 2).toArray();
    private final double[] results = new double[5];
    private double point = 0.2;

    @Benchmark
    public double onePoint() {
        point += 1e-9;
        one.x1[0] = point;
        one.plan.run();
        return one.value[0] + one.gradients.get(0)[0];
    }

    @Benchmark
    public double onePointByHand() {
        point += 1e-9;
        byHand(point, 0.4, results);
        return results[0] + results[1];
    }

    @Benchmark
    @OperationsPerInvocation(POINTS)
    public double millionPoints() {
        double sum = 0;
        for (int from = 0; from < POINTS; from += BLOCK) {
            System.arraycopy(x1, from, block.x1, 0, BLOCK);
            System.arraycopy(x2, from, block.x2, 0, BLOCK);
            block.plan.run();
            sum += block.value[0] + block.gradients.get(3)[BLOCK - 1];
        }
        return sum;
    }

    @Benchmark
    @OperationsPerInvocation(POINTS)
    public double millionPointsByHand() {
        double sum = 0;
        for (int i = 0; i < POINTS; i++) {
            byHand(x1[i], x2[i], results);
            sum += results[0] + results[4];
        }
        return sum;
    }

    private static void byHand(double x1, double x2, double[] results) {
        double w1 = 0.3;
        double w2 = -0.5;
        double s = 1 / (1 + Math.exp(-(w1 * x1 + w2 * x2)));
        double slope = s * (1 - s);
        results[0] = s + 0.5 * (w1 * w1 + w2 * w2);
        results[1] = slope * x1 + w1;
        results[2] = slope * w1;
        results[3] = slope * x2 + w2;
        results[4] = slope * w2;
    }

    /// The graph as the text of the expression would be traced, for so many points at once.
    private static final class Compiled {

        final Plan plan;
        final double[] x1;
        final double[] value;
        final List<double[]> gradients;
        final double[] x2;

        Compiled(int points) {
            var graph = new Graph();
            var shape = Shape.column(points);
            var inputs = List.of(
                    graph.input("w1", shape),
                    graph.input("x1", shape),
                    graph.input("w2", shape),
                    graph.input("x2", shape));
            var w1 = inputs.get(0);
            var w2 = inputs.get(2);
            var one = graph.constant(1, shape);
            var half = graph.constant(0.5, shape);
            var two = graph.constant(2, shape);
            var score = w1.times(inputs.get(1)).plus(w2.times(inputs.get(3)));
            var squares = half.times(w1.power(two).plus(w2.power(two)));
            var output =
                    graph.apply(Binary.DIV, one, one.plus(score.negate().exp())).plus(squares);
            var outputs = new ArrayList<Node>(List.of(output));
            outputs.addAll(graph.gradient(output, inputs));
            plan = Plan.of(outputs, Map.of());
            plan.with(w1, 0.3).with(w2, -0.5).with(inputs.get(1), 0.2).with(inputs.get(3), 0.4);
            x1 = plan.array(inputs.get(1));
            x2 = plan.array(inputs.get(3));
            value = plan.array(output);
            gradients = outputs.stream().skip(1).map(plan::array).toList();
        }
    }
}
