package io.chainrule.engine.expression.derivation;

import io.chainrule.engine.expression.Expression;
import io.chainrule.engine.expression.MathConstant;
import io.chainrule.engine.graph.Function;
import io.chainrule.engine.graph.Graph;
import io.chainrule.engine.graph.Node;
import io.chainrule.engine.graph.Shape;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Derivative rules as formulas, straight from the table of functions: the contribution of an adjoint of 1, read as
/// text.
final class SlopeRules {

    private SlopeRules() {}

    /// The derivative of the function by one of its operands, which are variables of these names; a name that is a
    /// number or a constant stands for itself.
    static Expression of(Function function, List<String> operands, int position) {
        var graph = new Graph();
        var constants = new HashMap<Integer, MathConstant>();
        var inputs = new ArrayList<Node>();
        for (var name : operands) {
            inputs.add(operand(graph, name, constants));
        }
        var node = graph.apply(function, inputs);
        var slope = function.contribution(position, node, node.constant(1));
        return Formulas.expression(new Reading(constants), slope == null ? node.constant(0) : slope)
                .orElseThrow();
    }

    private static Node operand(Graph graph, String name, Map<Integer, MathConstant> constants) {
        var constant = MathConstant.of(name);
        if (constant.isPresent()) {
            var node = graph.constant(constant.get().value());
            constants.put(node.id(), constant.get());
            return node;
        }
        return Character.isDigit(name.charAt(0))
                ? graph.constant(Double.parseDouble(name))
                : graph.input(name, Shape.scalar());
    }
}
