package io.chainrule.learning.model;

import io.chainrule.engine.graph.Graph;
import io.chainrule.engine.graph.Node;
import io.chainrule.engine.graph.Shape;
import io.chainrule.engine.plan.Plan;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;

/// A formula over a fixed number of rows, and the derivative of each row's value by each parameter. It belongs to one
/// thread.
///
/// No row influences another. So the gradient of the sum of all values stops at the columns that repeat a parameter row
/// by row: there it is one derivative a row, and a single backward pass has found them all.
public final class Jacobian {

    private final Plan plan;
    private final int forward;
    private final double[] features;
    private final double[] values;
    private final double[][] slopes;

    /// @param parameters whose live arrays it reads
    public Jacobian(ModelSpec.ExpressionModel spec, int rows, Parameters parameters) {
        var layer = new FormulaLayer(spec);
        var graph = new Graph();
        var inputs = graph.input("features", new Shape(rows, spec.columns().size()));
        var bound = new HashMap<Node, double[]>();
        var tensors = new ArrayList<Node>();
        for (var tensor : parameters.tensors()) {
            var node = graph.input(tensor.name(), Shape.scalar());
            tensors.add(node);
            bound.put(node, tensor.values());
        }
        var repeated = FormulaLayer.repeated(inputs, tensors);
        var value = layer.trace(inputs, repeated);
        var adjoints = graph.gradient(value.total(), repeated);
        var outputs = new ArrayList<>(List.of(value));
        outputs.addAll(adjoints);
        this.plan = Plan.of(outputs, bound);
        this.forward = plan.stepsThrough(value);
        this.features = plan.array(inputs);
        this.values = plan.array(value);
        this.slopes = adjoints.stream().map(plan::array).toArray(double[][]::new);
    }

    /// The rows to be filled in before a run, one after the other.
    public double[] features() {
        return features;
    }

    /// The values of the last run.
    public double[] values() {
        return values;
    }

    /// The derivatives of the last whole run: by each parameter a column, which parameters may share.
    public double[] slopes(int parameter) {
        return slopes[parameter];
    }

    /// Computes the values alone.
    public void runForward() {
        plan.run(0, forward);
    }

    /// Computes values and derivatives.
    public void run() {
        plan.run();
    }
}
