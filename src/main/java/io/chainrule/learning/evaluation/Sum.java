package io.chainrule.learning.evaluation;

import java.util.function.IntToDoubleFunction;

/// A sum in the order given that keeps what rounding takes away, after Neumaier.
final class Sum {

    private double sum;
    private double lost;

    void add(double value) {
        double next = sum + value;
        lost += Math.abs(sum) >= Math.abs(value) ? (sum - next) + value : (value - next) + sum;
        sum = next;
    }

    /// Infinite and undefined sums stay what they are.
    double value() {
        return Double.isFinite(lost) ? sum + lost : sum;
    }

    static double of(int count, IntToDoubleFunction term) {
        var sum = new Sum();
        for (int i = 0; i < count; i++) {
            sum.add(term.applyAsDouble(i));
        }
        return sum.value();
    }

    static double mean(int count, IntToDoubleFunction term) {
        return of(count, term) / count;
    }

    static double mean(double[] values) {
        return mean(values.length, i -> values[i]);
    }
}
