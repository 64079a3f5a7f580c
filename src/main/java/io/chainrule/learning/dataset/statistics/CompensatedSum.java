package io.chainrule.learning.dataset.statistics;

/// A sum that carries along what rounding took away (Neumaier): its error does not grow with the number of terms.
final class CompensatedSum {

    private double sum;
    private double lost;

    void add(double term) {
        double next = sum + term;
        lost += Math.abs(sum) >= Math.abs(term) ? (sum - next) + term : (term - next) + sum;
        sum = next;
    }

    double value() {
        return sum + lost;
    }
}
