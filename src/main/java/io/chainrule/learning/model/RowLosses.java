package io.chainrule.learning.model;

import io.chainrule.engine.graph.Graph;
import io.chainrule.engine.graph.Node;
import io.chainrule.engine.graph.Shape;
import io.chainrule.engine.plan.Plan;
import io.chainrule.learning.dataset.Matrix;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;

/// What outputs cost that are there already: one loss a row.
public final class RowLosses {

    private RowLosses() {}

    /// Runs a loss on outputs.
    ///
    /// @param loss makes rows×1 losses of outputs and targets
    public static double[] of(Matrix outputs, Matrix targets, BinaryOperator<Node> loss) {
        if (outputs.rows() == 0) {
            return new double[0];
        }
        var graph = new Graph();
        var shape = new Shape(outputs.rows(), outputs.columns());
        var given = graph.input("outputs", shape);
        var wanted = graph.input("targets", shape);
        var losses = loss.apply(given, wanted);
        return Plan.of(List.of(losses), Map.of(given, outputs.values(), wanted, targets.values()))
                .run()
                .array(losses)
                .clone();
    }
}
