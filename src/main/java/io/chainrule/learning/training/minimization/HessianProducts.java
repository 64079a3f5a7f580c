package io.chainrule.learning.training.minimization;

import io.chainrule.engine.graph.Node;
import io.chainrule.engine.graph.Shape;
import io.chainrule.engine.plan.Plan;
import java.util.HashMap;
import java.util.List;

/// Products of the Hessian and a vector, as the gradient of gradient·vector. A plan for all rows of the Hessian may not
/// fit into memory; this one is run for each of them.
final class HessianProducts {

    private final double[][] vector; // live, one number each
    private final double[][] product;
    private final Plan plan;

    HessianProducts(List<Node> variables, List<Node> gradient) {
        var graph = variables.getFirst().graph();
        var bound = new HashMap<Node, double[]>();
        var along = graph.constant(0);
        vector = new double[variables.size()][1];
        for (int i = 0; i < vector.length; i++) {
            var component = graph.input("direction", Shape.scalar());
            bound.put(component, vector[i]);
            along = along.plus(gradient.get(i).times(component));
        }
        var rows = graph.gradient(along, variables);
        plan = Plan.of(rows, bound);
        product = rows.stream().map(plan::array).toArray(double[][]::new);
    }

    /// What to give the variables to.
    Plan plan() {
        return plan;
    }

    /// All rows, where the variables are. What is computed above the diagonal is copied below it: the same bits.
    void fill(double[][] hessian) {
        for (int i = 0; i < vector.length; i++) {
            vector[i][0] = 1;
            plan.run();
            for (int j = i; j < vector.length; j++) {
                hessian[i][j] = product[j][0];
                hessian[j][i] = product[j][0];
            }
            vector[i][0] = 0; // not before: a product may be a component of the vector itself
        }
    }
}
