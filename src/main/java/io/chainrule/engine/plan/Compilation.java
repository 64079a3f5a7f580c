package io.chainrule.engine.plan;

import io.chainrule.engine.graph.Node;
import io.chainrule.engine.graph.Source;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// From a graph to steps: drops what no output needs, computes what depends on constants alone, and gives every other
/// node an array, one that an earlier node needs no more where possible.
///
/// Arrays are exactly as long as their values: one arena with offsets would keep the loops from being vectorised.
final class Compilation {

    private final List<Node> nodes;
    private final boolean[] needed;
    private final boolean[] lasting; // inputs, constants and outputs: never recycled
    private final int[] lastUse;
    private final double[] @Nullable [] arrays;
    private final Map<Integer, ArrayDeque<double[]>> free = new HashMap<>();
    private final List<Step> steps = new ArrayList<>();
    private long bytes;

    Compilation(List<Node> outputs, Map<Node, double[]> bound) {
        int size = outputs.stream().mapToInt(Node::id).max().orElseThrow() + 1;
        nodes = outputs.getFirst().graph().nodes().subList(0, size);
        arrays = new double[size][];
        needed = new boolean[size];
        lasting = new boolean[size];
        lastUse = new int[size];
        for (var output : outputs) {
            needed[output.id()] = true;
            lasting[output.id()] = true;
        }
        bound.forEach(this::bind);
        foldConstants();
        markNeeded();
        for (int id = 0; id < size; id++) {
            if (needed[id] && arrays[id] == null) {
                place(nodes.get(id));
            }
        }
    }

    Step[] steps() {
        return steps.toArray(Step[]::new);
    }

    /// The arrays that a caller may read or write, by node id.
    double[] @Nullable [] lastingArrays() {
        double[] @Nullable [] result = arrays.clone();
        for (int id = 0; id < result.length; id++) {
            if (!lasting[id]) {
                result[id] = null;
            }
        }
        return result;
    }

    long bytes() {
        return bytes;
    }

    private void bind(Node input, double[] values) {
        if (values.length != input.shape().size()) {
            throw new IllegalArgumentException("%s needs an array of %d but got %d"
                    .formatted(input, input.shape().size(), values.length));
        }
        if (input.id() < arrays.length) {
            arrays[input.id()] = values;
            lasting[input.id()] = true;
        }
    }

    private void foldConstants() {
        for (var node : nodes) {
            if (node.primitive() instanceof Source.Constant(double value)) {
                Arrays.fill(fresh(node), value);
                lasting[node.id()] = true;
            } else if (dependsOnConstantsAlone(node)) {
                node.primitive().kernel(node.operandShapes()).run(fresh(node), operands(node));
                lasting[node.id()] = true;
            }
        }
    }

    private boolean dependsOnConstantsAlone(Node node) {
        for (var operand : node.operands()) {
            if (arrays[operand.id()] == null || operand.primitive() instanceof Source.Input) {
                return false;
            }
        }
        return !node.operands().isEmpty();
    }

    private void markNeeded() {
        for (int id = needed.length - 1; id >= 0; id--) {
            if (needed[id] && arrays[id] == null) {
                for (var operand : nodes.get(id).operands()) {
                    needed[operand.id()] = true;
                    lastUse[operand.id()] = Math.max(lastUse[operand.id()], id);
                }
            }
        }
    }

    private void place(Node node) {
        if (node.primitive() instanceof Source.Input) {
            fresh(node);
            lasting[node.id()] = true;
            return;
        }
        var operands = operands(node);
        boolean isElementwise = node.primitive().isElementwise();
        if (isElementwise) {
            recycleOperands(node);
        }
        var pool = free.get(node.shape().size());
        var result = pool == null || pool.isEmpty() || lasting[node.id()] ? fresh(node) : pool.pop();
        arrays[node.id()] = result;
        if (!isElementwise) {
            recycleOperands(node);
        }
        steps.add(new Step(node, node.primitive().kernel(node.operandShapes()), result, operands));
    }

    private void recycleOperands(Node node) {
        for (var operand : node.operands()) {
            int id = operand.id();
            if (lastUse[id] == node.id() && !lasting[id]) {
                lastUse[id] = -1; // an operand used twice is recycled once
                free.computeIfAbsent(operand.shape().size(), _ -> new ArrayDeque<>())
                        .push(array(operand));
            }
        }
    }

    private double[] fresh(Node node) {
        var array = new double[node.shape().size()];
        arrays[node.id()] = array;
        bytes += 8L * array.length;
        return array;
    }

    private double[][] operands(Node node) {
        var operands = new double[node.operands().size()][];
        for (int i = 0; i < operands.length; i++) {
            operands[i] = array(node.operand(i));
        }
        return operands;
    }

    private double[] array(Node node) {
        return Objects.requireNonNull(arrays[node.id()], () -> node + " is used before it is computed");
    }
}
