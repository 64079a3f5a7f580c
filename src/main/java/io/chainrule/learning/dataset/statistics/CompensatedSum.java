package io.chainrule.learning.dataset.statistics;

import java.util.function.IntToDoubleFunction;

/// A sum in the order given that carries along what rounding took away (Neumaier 1974): its error does not
/// grow with the number of terms.
public final class CompensatedSum {

    private double sum;
    private double lost;

    public void add(double term) {
        double next = sum + term;
        lost += Math.abs(sum) >= Math.abs(term) ? (sum - next) + term : (term - next) + sum;
        sum = next;
    }

    /// Infinite and undefined sums stay what they are.
    public double value() {
        return Double.isFinite(lost) ? sum + lost : sum;
    }

    /// The sum of the terms 0 to `count − 1`.
    public static double of(int count, IntToDoubleFunction term) {
        var sum = new CompensatedSum();
        for (int i = 0; i < count; i++) {
            sum.add(term.applyAsDouble(i));
        }
        return sum.value();
    }

    /// The mean of the terms 0 to `count − 1`; NaN if there are none.
    public static double mean(int count, IntToDoubleFunction term) {
        return of(count, term) / count;
    }

    /// The mean of these; NaN if there are none.
    public static double mean(double... values) {
        return mean(values.length, i -> values[i]);
    }
}
