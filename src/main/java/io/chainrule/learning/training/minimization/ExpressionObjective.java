package io.chainrule.learning.training.minimization;

import io.chainrule.engine.expression.Expression;
import io.chainrule.engine.graph.Graph;
import io.chainrule.engine.graph.Node;
import io.chainrule.engine.graph.Shape;
import io.chainrule.engine.plan.Plan;
import io.chainrule.learning.training.optimizer.CurvedObjective;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// An expression of some variables, all its other names being constants. It belongs to one thread.
final class ExpressionObjective implements CurvedObjective {

    private final List<Node> variables;
    private final List<Node> gradient;
    private final Plan value;
    private final Plan slopes;
    private final double[][] partials; // live, one number each
    private @Nullable HessianProducts products;

    private ExpressionObjective(List<Node> variables, Node output) {
        this.variables = variables;
        this.gradient = output.graph().gradient(output, variables);
        this.value = Plan.of(output);
        var outputs = new ArrayList<>(List.of(output));
        outputs.addAll(gradient);
        this.slopes = Plan.of(outputs, Map.of());
        this.partials = gradient.stream().map(slopes::array).toArray(double[][]::new);
    }

    static ExpressionObjective of(Expression expression, List<String> variables, Map<String, Double> constants) {
        var graph = new Graph();
        var known = new HashMap<String, Node>();
        constants.forEach((name, value) -> known.put(name, graph.constant(value)));
        var inputs = variables.stream()
                .map(name -> graph.input(name, Shape.scalar()))
                .toList();
        for (int i = 0; i < inputs.size(); i++) {
            known.put(variables.get(i), inputs.get(i));
        }
        return new ExpressionObjective(inputs, expression.trace(graph, known));
    }

    /// The value alone.
    double value(double... at) {
        return place(value, at).run().scalar();
    }

    @Override
    public double evaluate(double[] at, double[] gradient) {
        place(slopes, at).run();
        for (int i = 0; i < gradient.length; i++) {
            gradient[i] = partials[i][0];
        }
        return slopes.scalar();
    }

    @Override
    public void hessian(double[] at, double[][] hessian) {
        if (products == null) {
            products = new HessianProducts(variables, gradient);
        }
        place(products.plan(), at);
        products.fill(hessian);
    }

    private Plan place(Plan plan, double[] at) {
        for (int i = 0; i < at.length; i++) {
            plan.with(variables.get(i), at[i]);
        }
        return plan;
    }
}
