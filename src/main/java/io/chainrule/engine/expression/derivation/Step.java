package io.chainrule.engine.expression.derivation;

import io.chainrule.engine.expression.ExplainedGraph.Edge;
import java.util.List;

/// One line of a derivation by hand.
public sealed interface Step {

    /// The node that is computed, or whose gradient is handed on.
    int node();

    /// In symbols.
    String rule();

    /// In words.
    String explanation();

    /// With the numbers in it.
    String arithmetic();

    /// A value is computed. In the rule, `v3` is the value of node 3.
    record Forward(int node, String rule, String explanation, List<Double> operands, double value, String arithmetic)
            implements Step {

        public Forward {
            operands = List.copyOf(operands);
        }
    }

    /// A node's gradient is handed on to one of its operands.
    ///
    /// @param upstream the gradient of the node
    /// @param gradient the gradient of the operand so far, this contribution included
    record Backward(
            int node,
            Edge edge,
            String rule,
            String explanation,
            double upstream,
            double localDerivative,
            double contribution,
            double gradient,
            String arithmetic)
            implements Step {}
}
