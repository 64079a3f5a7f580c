package io.chainrule.service.export;

import io.chainrule.engine.graph.Affine;
import io.chainrule.engine.graph.AsColumn;
import io.chainrule.engine.graph.Broadcast;
import io.chainrule.engine.graph.Column;
import io.chainrule.engine.graph.Function;
import io.chainrule.engine.graph.Hits;
import io.chainrule.engine.graph.Linear;
import io.chainrule.engine.graph.MatMul;
import io.chainrule.engine.graph.Node;
import io.chainrule.engine.graph.Softmax;
import io.chainrule.engine.graph.SoftmaxCrossEntropy;
import io.chainrule.engine.graph.Source;
import io.chainrule.engine.graph.Sum;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// A forward pass over one row, translated into ONNX for any number of rows: what is repeated over rows is repeated by
/// the operators themselves.
final class OnnxForward {

    private final OnnxGraph graph;
    private final OnnxFunctions functions;
    private final Map<Node, String> names = new HashMap<>();

    /// @param known names of the values that inputs of the pass have
    OnnxForward(OnnxGraph graph, Map<Node, String> known) {
        this.graph = graph;
        this.functions = new OnnxFunctions(graph);
        this.names.putAll(known);
    }

    /// The name of a node's value.
    ///
    /// @throws NotExportableException if something on the way has no operator
    String of(Node wanted) {
        for (var node : wanted.graph().nodes()) {
            if (node.id() <= wanted.id() && !names.containsKey(node)) {
                names.put(node, translated(node));
            }
        }
        return Objects.requireNonNull(names.get(wanted));
    }

    private String translated(Node node) {
        var operands = node.operands().stream()
                .map(operand -> Objects.requireNonNull(names.get(operand)))
                .toList();
        return switch (node.primitive()) {
            case Source.Constant(double value) -> graph.number(value);
            case Source.Input(var name) -> throw new IllegalStateException("There is no value for " + name);
            case Function function -> functions.of(function, operands);
            case Linear(double slope, double intercept) ->
                graph.apply(
                        "Add", graph.apply("Mul", operands.getFirst(), graph.number(slope)), graph.number(intercept));
            case Affine _ -> graph.apply("Gemm", operands.toArray(String[]::new));
            case MatMul(boolean left, boolean right) -> product(operands, left, right);
            case Sum _ -> graph.apply("ReduceSum", operands.getFirst(), graph.whole(1));
            case Broadcast _ -> operands.getFirst();
            case Column(int index) ->
                graph.apply(
                        "", "Gather", List.of(OnnxGraph.attribute("axis", 1)), operands.getFirst(), graph.whole(index));
            case AsColumn(int index, int columns) -> {
                var place = new double[columns];
                place[index] = 1;
                yield graph.apply("MatMul", operands.getFirst(), graph.matrix(1, columns, place));
            }
            case Softmax _ -> graph.apply("", "Softmax", List.of(OnnxGraph.attribute("axis", 1)), operands.getFirst());
            case SoftmaxCrossEntropy _, Hits _ -> throw new IllegalStateException(node + " is no part of a model");
        };
    }

    private String product(List<String> operands, boolean transposeLeft, boolean transposeRight) {
        var attributes = List.of(
                OnnxGraph.attribute("transA", transposeLeft ? 1 : 0),
                OnnxGraph.attribute("transB", transposeRight ? 1 : 0));
        return graph.apply("", "Gemm", attributes, operands.toArray(String[]::new));
    }
}
