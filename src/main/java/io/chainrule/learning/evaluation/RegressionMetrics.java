package io.chainrule.learning.evaluation;

import org.jspecify.annotations.Nullable;

/// How well values are predicted.
///
/// @param residualSumOfSquares sum of the squared errors
/// @param rmse root of the mean squared error
/// @param mae mean absolute error
/// @param r2 1 − squared errors / squared deviations from the mean; null if all values are equal
public record RegressionMetrics(
        int examples,
        double loss,
        double residualSumOfSquares,
        double rmse,
        double mae,
        @Nullable Double r2) implements Metrics {

    static RegressionMetrics of(Outcomes.Values outcomes) {
        int count = outcomes.examples();
        double squares = Sum.of(count, i -> square(error(outcomes, i)));
        double mean = Sum.mean(count, outcomes::truth);
        double deviations = Sum.of(count, i -> square(outcomes.truth(i) - mean));
        return new RegressionMetrics(
                count,
                Sum.mean(outcomes.losses()),
                squares,
                Math.sqrt(squares / count),
                Sum.mean(count, i -> Math.abs(error(outcomes, i))),
                isConstant(outcomes) ? null : 1 - squares / deviations);
    }

    private static double error(Outcomes.Values outcomes, int example) {
        return outcomes.predicted(example) - outcomes.truth(example);
    }

    private static boolean isConstant(Outcomes.Values outcomes) {
        for (int i = 1; i < outcomes.examples(); i++) {
            if (outcomes.truth(i) != outcomes.truth(0)) {
                return false;
            }
        }
        return true;
    }

    private static double square(double value) {
        return value * value;
    }
}
