package io.chainrule.engine.expression.verification;

/// How far two numbers are apart, for verdicts.
final class Errors {

    private Errors() {}

    /// |a − b| / max(1, |a|, |b|); infinite if exactly one of them is not a number.
    static double relative(double a, double b) {
        if (Double.compare(a, b) == 0 || a == b) {
            return 0;
        }
        double error = Math.abs(a - b) / Math.max(1, Math.max(Math.abs(a), Math.abs(b)));
        return Double.isNaN(error) ? Double.POSITIVE_INFINITY : error;
    }
}
