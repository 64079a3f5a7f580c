package io.chainrule.learning.dataset.separability;

import java.util.Optional;

/// Rosenblatt's rule: whatever demand is not met is added to the unknowns. Quick where there is much room between the
/// classes, and of no avail where there is none.
final class Perceptron {

    private static final int PASSES = 30;

    private Perceptron() {}

    /// Unknowns that meet all demands, if they turn up soon.
    static Optional<double[]> solve(Inequalities demands, Budget budget) {
        var v = new double[demands.unknowns()];
        for (int pass = 0; pass < PASSES && budget.affords(demands.cost()); pass++) {
            boolean isMet = true;
            for (int demand = 0; demand < demands.count(); demand++) {
                if (!(demands.lead(demand, v) > 0)) {
                    isMet = false;
                    if (!budget.affords(v.length)) {
                        return Optional.empty();
                    }
                    var row = demands.row(demand);
                    for (int i = 0; i < v.length; i++) {
                        v[i] += row[i];
                    }
                }
            }
            if (isMet) {
                return Optional.of(v);
            }
        }
        return Optional.empty();
    }
}
