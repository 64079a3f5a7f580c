package io.chainrule.engine.expression;

import io.chainrule.engine.graph.Node;
import io.chainrule.engine.plan.Plan;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Looks at an expression from both sides of a point: values and gradients nearer and nearer to it, extrapolated.
final class Sides {

    private static final double[] STARTS = {0x1p-13, 0x1p-23, 0x1p-33}; // nearer, where another kink is in the way
    private static final int STEPS = 4;
    private static final double CONVERGED = 1e-8;

    private final Map<String, Double> at;
    private final Node value;
    private final List<String> names;
    private final List<Node> inputs;
    private final List<Node> slopes;
    private final Plan plan;

    Sides(Expression expression, List<String> names, Map<String, Double> at) {
        this.at = at;
        this.names = names;
        var trace = Trace.of(expression);
        value = trace.output();
        inputs = trace.inputs(names);
        slopes = trace.graph().gradient(value, inputs);
        var shown = new ArrayList<>(slopes);
        shown.addFirst(value);
        plan = trace.run(shown, at);
    }

    /// The derivatives by a variable.
    OneSided slopes(String name) {
        var slope = slopes.get(names.indexOf(name));
        return new OneSided(limit(name, slope, -1), limit(name, slope, 1));
    }

    /// Where the value goes.
    OneSided values(String name) {
        return new OneSided(limit(name, value, -1), limit(name, value, 1));
    }

    private double limit(String name, Node node, int side) {
        double result = Double.NaN;
        for (double start : STARTS) {
            var extrapolation = new Extrapolation();
            for (int step = 0; step < STEPS; step++) {
                measure(name, node, side * start * Math.max(1, Math.abs(at(name))) / (1 << step), extrapolation);
            }
            result = extrapolation.value();
            if (extrapolation.error() <= CONVERGED * Math.max(1, Math.abs(result))) {
                break;
            }
        }
        return result;
    }

    private void measure(String name, Node node, double distance, Extrapolation extrapolation) {
        var input = inputs.get(names.indexOf(name));
        double place = at(name) + distance;
        plan.with(input, place).run();
        extrapolation.add(Math.abs(place - at(name)), plan.array(node)[0]);
        plan.with(input, at(name));
    }

    private double at(String name) {
        return at.getOrDefault(name, 0.0);
    }
}
