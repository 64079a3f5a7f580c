package io.chainrule.learning.training;

import io.chainrule.engine.expression.Expression;
import io.chainrule.engine.graph.Node;
import io.chainrule.engine.graph.Several;
import io.chainrule.engine.graph.Shape;
import io.chainrule.engine.graph.Unary;
import java.util.Map;
import java.util.stream.IntStream;

/// The formulas of losses, as nodes.
final class RowCosts {

    private RowCosts() {}

    /// The costs of a row's outputs together.
    static Node overOutputs(Node costs) {
        return costs.sumTo(Shape.column(costs.shape().rows()));
    }

    /// Highest score, where wrong classes count 1 more, minus that of the true class.
    static Node hinge(Node scores, Node targets) {
        var handicapped = scores.plus(targets.linear(-1, 1));
        var columns = IntStream.range(0, scores.shape().columns())
                .mapToObj(handicapped::column)
                .toArray(Node[]::new);
        var highest = scores.graph().apply(Several.MAX, columns);
        return highest.minus(overOutputs(scores.times(targets)));
    }

    /// c·(|e| − c/2), where c is |e|, but at most delta.
    static Node huber(Node error, double delta) {
        var size = error.apply(Unary.ABS);
        var capped = error.graph().apply(Several.MIN, size, size.constant(delta));
        return capped.times(size.minus(capped.linear(0.5, 0)));
    }

    /// The larger of q·e and (q − 1)·e.
    static Node check(Node error, double quantile) {
        return error.graph().apply(Several.MAX, error.linear(quantile, 0), error.linear(quantile - 1, 0));
    }

    static Node of(Expression expression, Node prediction, Node target) {
        return expression.trace(
                prediction.graph(), Map.of("prediction", prediction, "target", target), prediction.shape());
    }
}
