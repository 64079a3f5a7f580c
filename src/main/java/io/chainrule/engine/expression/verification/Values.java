package io.chainrule.engine.expression.verification;

import io.chainrule.engine.expression.Expression;
import io.chainrule.engine.expression.Trace;
import io.chainrule.engine.plan.Plan;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;

/// An expression along lines through a point, compiled once.
final class Values {

    private final Trace trace;
    private final Map<String, Double> at;
    private final Plan plan;

    Values(Expression expression, Map<String, Double> at) {
        this.at = at;
        this.trace = Trace.of(expression);
        this.plan = trace.run(List.of(trace.output()), at);
    }

    double at(String name) {
        return at.getOrDefault(name, 0.0);
    }

    /// The value as one variable takes another and all others stay.
    DoubleUnaryOperator along(String name) {
        var input = trace.inputs(List.of(name)).getFirst();
        return x -> {
            double value = plan.with(input, x).run().scalar();
            plan.with(input, at(name));
            return value;
        };
    }
}
