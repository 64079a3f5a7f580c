package io.chainrule.learning.model;

import io.chainrule.engine.graph.Node;
import io.chainrule.engine.graph.Shape;
import java.util.HashMap;
import java.util.List;

/// The only layer of an expression model: the formula itself, whose parameters are single numbers.
record FormulaLayer(ModelSpec.ExpressionModel spec) implements Layer {

    @Override
    public int units() {
        return 1;
    }

    /// Under the names that were written, in that order.
    @Override
    public List<TensorSpec> tensors() {
        return spec.parameters().entrySet().stream()
                .map(parameter -> TensorSpec.row(parameter.getKey(), TensorRole.BIASES, 1, parameter.getValue()))
                .toList();
    }

    @Override
    public long multiplyAdds() {
        return 0;
    }

    @Override
    public long valuesPerRow() {
        return spec.expression().inEvaluationOrder().size();
    }

    @Override
    public double nanosecondsPerRow() {
        return 5.0 * valuesPerRow();
    }

    @Override
    public Node trace(Node inputs, List<Node> tensors, Tracing tracing) {
        return trace(inputs, repeated(inputs, tensors));
    }

    /// A column for each parameter, that has it in every row.
    static List<Node> repeated(Node inputs, List<Node> tensors) {
        var column = Shape.column(inputs.shape().rows());
        return tensors.stream().map(tensor -> tensor.broadcast(column)).toList();
    }

    /// The formula's value in each row.
    ///
    /// @param repeated for each of [#tensors]
    Node trace(Node inputs, List<Node> repeated) {
        var variables = new HashMap<String, Node>();
        var columns = spec.columns();
        for (int i = 0; i < columns.size(); i++) {
            variables.put(columns.get(i), inputs.column(i));
        }
        int position = 0;
        for (var parameter : spec.parameters().keySet()) {
            variables.put(parameter, repeated.get(position++));
        }
        return spec.expression()
                .trace(inputs.graph(), variables, Shape.column(inputs.shape().rows()));
    }
}
