package io.chainrule.engine.expression.verification;

import io.chainrule.engine.expression.Expression;
import io.chainrule.engine.expression.Kink;
import io.chainrule.engine.expression.Trace;
import io.chainrule.engine.graph.Adjoints;
import io.chainrule.engine.graph.Function;
import io.chainrule.engine.graph.Node;
import io.chainrule.engine.plan.Plan;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// The true derivatives of an expression, at those points where it is smooth.
final class Derivatives {

    private static final double NEAR = 1e-6;

    private final Expression expression;
    private final List<String> names;
    private final Trace trace;
    private final List<Node> slopes;
    private final List<Node> kinked; // functions with kinks that variables reach
    private final Plan plan;
    private final Map<String, Quantity> quantities = new HashMap<>();

    /// A point within the domain and away from kinks, and the gradient there.
    record Sample(Map<String, Double> at, Map<String, Double> gradient) {

        double gradient(String name) {
            return Objects.requireNonNull(gradient.get(name));
        }
    }

    Derivatives(Expression expression, List<String> names) {
        this.expression = expression;
        this.names = names;
        trace = Trace.of(expression);
        var forward = trace.nodes();
        slopes = trace.graph().gradient(trace.output(), trace.inputs(names));
        var reached = trace.graph().adjoints(trace.output(), trace.inputs(trace.names()));
        kinked = forward.stream().filter(node -> hasKink(node, reached)).toList();
        var outputs = new ArrayList<>(slopes);
        outputs.addFirst(trace.output());
        kinked.forEach(node -> outputs.addAll(node.operands()));
        plan = Plan.of(outputs, Map.of());
    }

    private static boolean hasKink(Node node, Adjoints reached) {
        return reached.reaches(node)
                && node.primitive() instanceof Function function
                && Kink.of(function) != Kink.NOWHERE;
    }

    /// One of the derivatives, to be looked at more closely.
    Quantity of(String name) {
        return quantities.computeIfAbsent(name, _ -> new Quantity(expression, name));
    }

    List<Sample> samples(Points points) {
        return samples(points, points.wanted());
    }

    List<Sample> samples(Iterable<Map<String, Double>> points, int wanted) {
        var samples = new ArrayList<Sample>();
        for (var point : points) {
            if (samples.size() == wanted) {
                break;
            }
            run(point);
            if (isSmooth()) {
                samples.add(new Sample(point, gradient()));
            }
        }
        return samples;
    }

    private void run(Map<String, Double> point) {
        var inputs = trace.inputs(trace.names());
        for (int i = 0; i < inputs.size(); i++) {
            plan.with(inputs.get(i), point.getOrDefault(trace.names().get(i), 0.0));
        }
        plan.run();
    }

    private boolean isSmooth() {
        return Double.isFinite(value(trace.output()))
                && slopes.stream().allMatch(slope -> Double.isFinite(value(slope)))
                && kinked.stream().noneMatch(this::isAtKink);
    }

    private boolean isAtKink(Node node) {
        return node.primitive() instanceof Function function
                && Kink.of(function)
                        .isAt(node.operands().stream().map(this::value).toList(), NEAR);
    }

    private Map<String, Double> gradient() {
        var gradient = new HashMap<String, Double>();
        for (int i = 0; i < names.size(); i++) {
            gradient.put(names.get(i), value(slopes.get(i)));
        }
        return gradient;
    }

    private double value(Node node) {
        return plan.array(node)[0];
    }
}
