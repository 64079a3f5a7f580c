package io.chainrule.learning.training;

import io.chainrule.engine.expression.Expression;
import io.chainrule.engine.graph.Graph;
import io.chainrule.engine.graph.Shape;
import io.chainrule.engine.plan.Plan;
import io.chainrule.learning.specification.InvalidSpecException;
import java.util.Map;
import java.util.stream.IntStream;

/// Learning rates that an expression tells, all of them known beforehand.
final class ExpressionRate {

    private ExpressionRate() {}

    /// @throws InvalidSpecException if one of them is no finite number, or negative
    static LearningRate of(Expression expression, int epochs) {
        var graph = new Graph();
        var shape = Shape.column(epochs);
        var epoch = graph.input("epoch", shape);
        var rate = expression.trace(graph, Map.of("epoch", epoch, "epochs", graph.constant(epochs, shape)), shape);
        var numbers = IntStream.rangeClosed(1, epochs).asDoubleStream().toArray();
        var rates = Plan.of(rate).with(epoch, numbers).run().array(rate).clone();
        for (int i = 0; i < epochs; i++) {
            if (!(rates[i] >= 0 && Double.isFinite(rates[i]))) {
                throw new InvalidSpecException(
                        "/learningRateSchedule/expression",
                        "In epoch %d the learning rate would be %s; it must be at least 0 and finite"
                                .formatted(i + 1, rates[i]));
            }
        }
        return LearningRate.of(number -> rates[number - 1]);
    }
}
