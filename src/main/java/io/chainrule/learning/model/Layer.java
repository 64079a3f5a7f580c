package io.chainrule.learning.model;

import io.chainrule.engine.graph.Node;
import java.util.List;

/// A layer between a known number of inputs and outputs.
sealed interface Layer permits DenseLayer, ActivationLayer, DropoutLayer, NormalizationLayer, FormulaLayer {

    /// How many numbers it makes of a row.
    int units();

    /// What it learns or remembers.
    List<TensorSpec> tensors();

    /// Products of a forward pass for each row.
    long multiplyAdds();

    /// Numbers that a forward pass keeps for each row.
    long valuesPerRow();

    /// What its functions take for each row, forward and backward together; products and plain copies do not count.
    double nanosecondsPerRow();

    /// Its part of the forward pass.
    ///
    /// @param inputs rows×inputs
    /// @param tensors inputs of the graph, one for each of [#tensors]
    Node trace(Node inputs, List<Node> tensors, Tracing tracing);
}
