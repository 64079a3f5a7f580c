package io.chainrule.learning.training;

import io.chainrule.engine.plan.Plan;

/// Where a plan over a fixed number of rows reads its examples.
///
/// @param weights empty if all rows count the same
@SuppressWarnings("ArrayRecordComponent") // live arrays of a plan: nobody compares them
record Rows(double[] features, double[] targets, double[] weights) {

    static Rows of(Objective objective, Plan plan) {
        return new Rows(
                plan.array(objective.forward().features()),
                plan.array(objective.targets()),
                objective.weights() == null ? new double[0] : plan.array(objective.weights()));
    }
}
