package io.chainrule.engine.graph;

import io.chainrule.engine.plan.Plan;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/// Values and derivatives of one primitive at one point, by the engine and by differences.
final class Slopes {

    private Slopes() {}

    static double value(Function function, double... at) {
        var graph = new Graph();
        var inputs = inputs(graph, at.length);
        var plan = Plan.of(graph.apply(function, inputs));
        bind(plan, inputs, at);
        return plan.run().scalar();
    }

    static double[] gradient(Function function, double... at) {
        var graph = new Graph();
        var inputs = inputs(graph, at.length);
        var gradient = graph.gradient(graph.apply(function, inputs), inputs);
        var plan = Plan.of(gradient.toArray(Node[]::new));
        bind(plan, inputs, at);
        plan.run();
        return gradient.stream().mapToDouble(node -> plan.array(node)[0]).toArray();
    }

    /// The derivative of derivative `first` by operand `second`.
    static double second(Function function, int first, int second, double... at) {
        var graph = new Graph();
        var inputs = inputs(graph, at.length);
        var slope = graph.gradient(graph.apply(function, inputs), inputs.get(first));
        var plan = Plan.of(graph.gradient(slope, inputs.get(second)));
        bind(plan, inputs, at);
        return plan.run().scalar();
    }

    /// Central differences, extrapolated once (Richardson).
    static double difference(ToDoubleFunction<double[]> f, int operand, double... at) {
        double h = 1e-3 * Math.max(1e-2, Math.abs(at[operand]));
        return (4 * central(f, operand, h / 2, at) - central(f, operand, h, at)) / 3;
    }

    private static double central(ToDoubleFunction<double[]> f, int operand, double h, double[] at) {
        return (f.applyAsDouble(shifted(at, operand, h)) - f.applyAsDouble(shifted(at, operand, -h))) / (2 * h);
    }

    private static double[] shifted(double[] at, int operand, double h) {
        var moved = at.clone();
        moved[operand] += h;
        return moved;
    }

    private static List<Node> inputs(Graph graph, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> graph.input("x" + i, Shape.scalar()))
                .toList();
    }

    private static void bind(Plan plan, List<Node> inputs, double[] at) {
        for (int i = 0; i < at.length; i++) {
            plan.with(inputs.get(i), at[i]);
        }
    }

    static String describe(double[] at) {
        return Arrays.toString(at);
    }
}
