package io.chainrule.learning.model;

import io.chainrule.engine.graph.Node;
import io.chainrule.engine.plan.Plan;

/// Mean and variance of a batch, and the usual ones that follow them.
///
/// @param mean 1×units, of the batch
/// @param variance 1×units, of the batch, over its number of rows
/// @param usualMean input of the graph, moved towards the batch's after each step
/// @param usualVariance likewise, towards the unbiased variance
/// @param momentum how far
public record BatchStatistics(Node mean, Node variance, Node usualMean, Node usualVariance, double momentum) {

    /// Moves the usual ones, once the plan has run on so many rows.
    public void follow(Plan plan, int rows) {
        double unbiased = rows > 1 ? rows / (rows - 1.0) : 1;
        move(plan.array(usualMean), plan.array(mean), 1);
        move(plan.array(usualVariance), plan.array(variance), unbiased);
    }

    private void move(double[] usual, double[] batch, double factor) {
        for (int i = 0; i < usual.length; i++) {
            usual[i] += momentum * (factor * batch[i] - usual[i]);
        }
    }
}
