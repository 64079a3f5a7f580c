package io.chainrule.engine.expression.verification;

import io.chainrule.engine.expression.Expression;
import io.chainrule.engine.expression.GradientQuestion;
import io.chainrule.engine.expression.Trace;
import io.chainrule.engine.graph.Node;
import io.chainrule.engine.plan.Plan;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A number that depends on variables: an expression or one of its derivatives, compiled once and asked at many points.
final class Quantity {

    private static final double ROUNDING = 0x1p-53;

    private final Expression expression;
    private final Trace trace;
    private final Node output;
    private final Plan plan;
    private @Nullable Sensitivity sensitivity;

    /// Nodes between the variables and the output, and how much the output changes with each.
    private record Sensitivity(Plan plan, List<Node> nodes, List<Node> slopes) {}

    Quantity(Expression expression) {
        this.expression = expression;
        this.trace = Trace.of(expression);
        this.output = trace.output();
        this.plan = Plan.of(output);
    }

    /// The derivative by a variable.
    Quantity(Expression expression, String name) {
        this.expression = expression;
        this.trace = Trace.of(expression);
        this.output = trace.graph()
                .gradient(trace.output(), trace.inputs(List.of(name)).getFirst());
        this.plan = Plan.of(output);
    }

    double at(Map<String, Double> point) {
        return run(plan, point).scalar();
    }

    /// By how much rounding every value on the way may move the result, to first order.
    double roundingAt(Map<String, Double> point) {
        var measured = sensitivity == null ? sensitivity() : sensitivity;
        sensitivity = measured;
        run(measured.plan(), point);
        double sum = 0;
        for (int i = 0; i < measured.nodes().size(); i++) {
            double value = measured.plan().array(measured.nodes().get(i))[0];
            double moved =
                    Math.abs(value * measured.plan().array(measured.slopes().get(i))[0]);
            sum += Double.isNaN(moved) ? 0 : moved; // 0·∞: nothing gets through
        }
        return ROUNDING * sum;
    }

    /// Whether the value is not finite because numbers became too large, rather than for leaving its domain.
    boolean overflowsAt(Map<String, Double> point) {
        return new GradientQuestion(expression, point, List.of(), 1)
                .answer().warnings().stream().anyMatch(warning -> warning.code().equals("overflow"));
    }

    private Sensitivity sensitivity() {
        var adjoints = trace.graph().adjoints(output, trace.inputs(trace.names()));
        var nodes = new ArrayList<Node>();
        var slopes = new ArrayList<Node>();
        for (var node : List.copyOf(trace.graph().nodes().subList(0, output.id() + 1))) {
            var slope = adjoints.of(node);
            if (slope != null) {
                nodes.add(node);
                slopes.add(slope);
            }
        }
        nodes.add(output);
        slopes.add(output.constant(1));
        var outputs = new ArrayList<>(nodes);
        outputs.addAll(slopes);
        return new Sensitivity(Plan.of(outputs, Map.of()), nodes, slopes);
    }

    private Plan run(Plan with, Map<String, Double> point) {
        var names = trace.names();
        var inputs = trace.inputs(names);
        for (int i = 0; i < names.size(); i++) {
            with.with(inputs.get(i), Objects.requireNonNull(point.get(names.get(i))));
        }
        return with.run();
    }
}
