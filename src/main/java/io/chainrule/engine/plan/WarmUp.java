package io.chainrule.engine.plan;

import io.chainrule.engine.graph.Function;
import io.chainrule.engine.graph.Graph;
import io.chainrule.engine.graph.Node;
import io.chainrule.engine.graph.Shape;
import io.chainrule.engine.kernel.VectorKernels;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Has every kernel work on long arrays before there is traffic.
///
/// The compiler prepares a loop for as many turns as its first callers had: in a process that first answered single
/// points, batches would take three times as long for ever. What is computed has the same bits before, during and
/// after.
public final class WarmUp {

    private static final int ROWS = 1_024;
    private static final int FUNCTION_RUNS = 100;
    private static final int NETWORK_RUNS = 600;

    private WarmUp() {}

    /// Takes about half a second of one core.
    public static void run() {
        repeat(functions(), FUNCTION_RUNS);
        repeat(network(), NETWORK_RUNS);
        VectorKernels.warmUp();
    }

    /// Every row of the tables.
    private static Plan functions() {
        var graph = new Graph();
        var x = graph.input("x", Shape.column(ROWS));
        var results = Function.all().stream()
                .map(function -> graph.apply(
                        function,
                        Stream.generate(() -> x).limit(function.leastOperands()).toArray(Node[]::new)))
                .toList();
        return Plan.of(results, Map.of()).with(x, 0.4);
    }

    /// A classifier's forward and backward pass, with products of all kinds.
    private static Plan network() {
        var graph = new Graph();
        var x = graph.input("x", new Shape(64, 8));
        var targets = graph.input("targets", new Shape(64, 3));
        var weights = graph.input("weights", new Shape(8, 16));
        var biases = graph.input("biases", Shape.row(16));
        var lastWeights = graph.input("last weights", new Shape(16, 3));
        var lastBiases = graph.input("last biases", Shape.row(3));
        var scores = x.affine(weights, biases).relu().affine(lastWeights, lastBiases);
        var loss = scores.softmaxCrossEntropy(scores.softmax(), targets).total();
        var outputs = new ArrayList<>(List.of(loss, scores.hits(targets)));
        outputs.addAll(graph.gradient(loss, List.of(weights, biases, lastWeights, lastBiases)));
        return Plan.of(outputs, Map.of()).with(x, 0.4).with(weights, 0.1).with(lastWeights, 0.2);
    }

    private static void repeat(Plan plan, int times) {
        for (int i = 0; i < times; i++) {
            plan.run();
        }
    }
}
