package io.chainrule.engine.expression;

import io.chainrule.engine.graph.Function;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The whole computation of a gradient, with the numbers in it: the expression as it was written, the value and
/// gradient of every node, and what every edge contributes on the way back.
///
/// The gradient of a node is the sum of the contributions of the edges that leave it.
public record ExplainedGraph(int output, List<Node> nodes, List<Edge> edges) {

    /// One operator, call, constant or variable; `inputs` are the ids of its operands.
    ///
    /// @param op the key that a tree has for it, or `variable` or `constant`
    /// @param label the name, the number, or the operator as it is written
    /// @param gradient absent where nothing that is differentiated by reaches the node
    public record Node(
            int id,
            String op,
            String label,
            List<Integer> inputs,
            double value,
            @Nullable Double gradient,
            List<Span> spans) {

        public Node {
            inputs = List.copyOf(inputs);
            spans = List.copyOf(spans);
        }

        /// What the node computes; empty for a variable or a constant.
        public Optional<Function> function() {
            return inputs.isEmpty() ? Optional.empty() : Function.of(op, inputs.size());
        }

        /// The node with numbers for operands: `log(-1)`, `1/0`, `(-8)^0.5`.
        public String written(List<Double> operands) {
            return spelled(operands.stream()
                    .map(value ->
                            label.equals(op) || value >= 0 ? Numeral.print(value) : "(" + Numeral.print(value) + ")")
                    .toList());
        }

        /// The node with these names, or numbers, for operands.
        public String spelled(List<String> operands) {
            if (label.equals(op)) {
                return "%s(%s)".formatted(label, String.join(", ", operands));
            }
            return operands.size() == 1 ? label + operands.getFirst() : String.join(label, operands);
        }
    }

    /// From an operand to its consumer, in whose operand list it stands at `position`.
    ///
    /// @param localDerivative slope of the consumer in this operand; absent together with the gradient of `from`
    /// @param contribution localDerivative times the gradient of `to`, and 0 behind a branch that was not taken
    public record Edge(
            int from,
            int to,
            int position,
            @Nullable Double localDerivative,
            @Nullable Double contribution) {}

    public ExplainedGraph {
        nodes = List.copyOf(nodes);
        edges = List.copyOf(edges);
    }

    /// The values that meet in a node.
    public List<Double> operands(Node node) {
        return node.inputs().stream().map(id -> nodes.get(id).value()).toList();
    }
}
