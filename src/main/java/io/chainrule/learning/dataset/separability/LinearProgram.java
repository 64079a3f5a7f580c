package io.chainrule.learning.dataset.separability;

import java.util.Optional;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.Optimisation;
import org.ojalgo.optimisation.Variable;

/// The two linear programs about a few demands, rows a of a matrix A. What the solver says is a proposal: it works with
/// tolerances, so nothing is believed without a proof.
final class LinearProgram {

    private static final int MOST_PIVOTS = 20_000;
    private static final double WIDE = 1e6;

    private LinearProgram() {}

    /// Multiplications that such a program takes, about: some pivots a column of a tableau of this size.
    static long cost(int rows, int unknowns) {
        return 20L * rows * unknowns * (unknowns + 50L);
    }

    /// The v in the box |vⱼ| ≤ 1 with the greatest margin t, a·v ≥ t for all rows.
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Widest(double[] v, double margin) {}

    static Optional<Widest> widest(double[][] rows) {
        int unknowns = rows[0].length;
        var model = model();
        var v = new Variable[unknowns];
        for (int j = 0; j < unknowns; j++) {
            v[j] = model.newVariable("v" + j).lower(-1).upper(1);
        }
        var margin = model.newVariable("t").lower(0).upper(WIDE).weight(1);
        for (int i = 0; i < rows.length; i++) {
            var demand = model.newExpression("a" + i).lower(0).set(margin, -1);
            for (int j = 0; j < unknowns; j++) {
                demand.set(v[j], rows[i][j]);
            }
        }
        return solved(model.maximise())
                .map(result -> new Widest(values(result, unknowns), result.doubleValue(unknowns)));
    }

    /// Weights λ ≥ 0 with sum 1 and Aᵀλ = 0: if there are any, no v meets all demands (Gordan).
    static Optional<double[]> balance(double[][] rows) {
        var model = model();
        var weights = new Variable[rows.length];
        var sum = model.newExpression("sum").level(1);
        for (int i = 0; i < rows.length; i++) {
            weights[i] = model.newVariable("w" + i).lower(0);
            sum.set(weights[i], 1);
        }
        for (int j = 0; j < rows[0].length; j++) {
            var column = model.newExpression("c" + j).level(0);
            for (int i = 0; i < rows.length; i++) {
                column.set(weights[i], rows[i][j]);
            }
        }
        return solved(model.minimise()).map(result -> values(result, rows.length));
    }

    private static ExpressionsBasedModel model() {
        var model = new ExpressionsBasedModel();
        model.options.iterations_abort = MOST_PIVOTS;
        return model;
    }

    private static Optional<Optimisation.Result> solved(Optimisation.Result result) {
        return Optional.of(result).filter(any -> any.getState().isFeasible());
    }

    private static double[] values(Optimisation.Result result, int count) {
        var values = new double[count];
        for (int i = 0; i < count; i++) {
            values[i] = result.doubleValue(i);
        }
        return values;
    }
}
