package io.chainrule.learning.dataset.separability;

import io.chainrule.learning.dataset.Matrix;
import io.chainrule.learning.dataset.statistics.Standardization;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Looks for weights and biases that separate some examples, or for the proof that there are none.
///
/// After a quick try, a linear program finds the widest separation of a few demands; whatever demands it breaks join
/// them, until it breaks none (a witness) or the few contradict each other (then so do all).
///
/// @param witness if it is separable
record Separation(Verdict verdict, @Nullable Witness witness) {

    private static final Separation INSEPARABLE = new Separation(Verdict.INSEPARABLE, null);
    static final Separation UNDETERMINED = new Separation(Verdict.UNDETERMINED, null);
    private static final double NO_MARGIN = 1e-9;
    private static final int LEAST_CHOSEN = 16;
    private static final int MOST_DEMANDS = 4_000_000; // all are evaluated and sorted at once

    /// @param labels the class of each example, from 0 on, each there at least once
    static Separation of(Matrix examples, int[] labels, int classes, Budget budget) {
        if (classes == 1) {
            return new Separation(Verdict.SEPARABLE, Witness.ofOneClass(examples.columns()));
        }
        var raw = new Inequalities(examples, labels, classes);
        if (!budget.affords(raw.cost())) {
            return UNDETERMINED;
        }
        var units = IntStream.range(0, examples.columns())
                .mapToObj(column -> unit(examples, column))
                .toList();
        var search = new Search(raw, new Inequalities(standardized(examples, units), labels, classes), units, budget);
        return search.run();
    }

    private static Standardization unit(Matrix examples, int column) {
        return Standardization.of(IntStream.range(0, examples.rows())
                .mapToDouble(row -> examples.at(row, column))
                .toArray());
    }

    private static Matrix standardized(Matrix examples, List<Standardization> units) {
        var standardized = Matrix.zeros(examples.rows(), examples.columns());
        for (int row = 0; row < examples.rows(); row++) {
            for (int column = 0; column < examples.columns(); column++) {
                var unit = units.get(column);
                standardized.values()[row * examples.columns() + column] =
                        unit.deviation() == 0 ? 0 : unit.of(examples.at(row, column));
            }
        }
        return standardized;
    }

    /// @param raw the demands in raw units, about which everything is proved
    /// @param demands the same in standard units, in which everything is looked for
    private record Search(Inequalities raw, Inequalities demands, List<Standardization> units, Budget budget) {

        Separation run() {
            var quick = Perceptron.solve(demands, budget).flatMap(this::witness);
            return quick.orElseGet(() -> demands.count() <= MOST_DEMANDS ? byLinearProgram() : UNDETERMINED);
        }

        private Separation byLinearProgram() {
            var chosen = evenly(Math.max(LEAST_CHOSEN, 2 * demands.unknowns()));
            while (budget.affords(LinearProgram.cost(chosen.size(), demands.unknowns()) + demands.cost())) {
                var rows = chosen.stream().map(demands::row).toArray(double[][]::new);
                var widest = LinearProgram.widest(rows).filter(found -> found.margin() > NO_MARGIN);
                if (widest.isEmpty()) {
                    return contradiction(chosen, rows);
                }
                var v = widest.get().v();
                var worst = worst(v, Math.max(LEAST_CHOSEN, demands.unknowns()));
                if (worst.isEmpty()) {
                    return witness(v).orElse(UNDETERMINED);
                }
                if (!chosen.addAll(worst)) {
                    return UNDETERMINED;
                }
            }
            return UNDETERMINED;
        }

        private Optional<Separation> witness(double[] v) {
            return Optional.of(Witness.of(v, units, raw.classes()))
                    .filter(witness -> witness.separates(raw.examples(), raw.labels()))
                    .map(witness -> new Separation(Verdict.SEPARABLE, witness));
        }

        private Separation contradiction(SequencedSet<Integer> chosen, double[][] rows) {
            var raws = chosen.stream().map(raw::row).toList();
            return LinearProgram.balance(rows)
                    .filter(weights -> Contradiction.isProved(raws, weights, budget))
                    .map(_ -> INSEPARABLE)
                    .orElse(UNDETERMINED);
        }

        private SequencedSet<Integer> evenly(int count) {
            var chosen = new LinkedHashSet<Integer>();
            for (int i = 0; i < count; i++) {
                chosen.add((int) ((long) i * demands.count() / count));
            }
            return chosen;
        }

        /// The demands that are met least, of those that are not met.
        private List<Integer> worst(double[] v, int most) {
            var leads = new double[demands.count()];
            for (int demand = 0; demand < leads.length; demand++) {
                leads[demand] = demands.lead(demand, v);
            }
            var sorted = leads.clone();
            Arrays.sort(sorted);
            double bound = sorted[Math.min(most, sorted.length) - 1];
            var worst = new ArrayList<Integer>();
            for (int demand = 0; demand < leads.length && worst.size() < most; demand++) {
                if (leads[demand] <= 0 && leads[demand] <= bound) {
                    worst.add(demand);
                }
            }
            return worst;
        }
    }
}
