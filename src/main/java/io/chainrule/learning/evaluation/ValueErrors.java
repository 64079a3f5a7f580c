package io.chainrule.learning.evaluation;

import io.chainrule.learning.dataset.statistics.CompensatedSum;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// How far predicted values are from the true ones.
///
/// @param residualSumOfSquares sum of the squared errors
/// @param rmse root of the mean squared error
/// @param mae mean absolute error
/// @param r2 1 − squared errors / squared deviations from the mean; null if all values are equal
public record ValueErrors(
        double residualSumOfSquares,
        double rmse,
        double mae,
        @Nullable Double r2) {

    static ValueErrors of(Outcomes.Output output) {
        int count = output.examples();
        double squares = CompensatedSum.of(count, i -> square(error(output, i)));
        double mean = CompensatedSum.mean(count, output::truth);
        double deviations = CompensatedSum.of(count, i -> square(output.truth(i) - mean));
        return new ValueErrors(
                squares,
                Math.sqrt(squares / count),
                CompensatedSum.mean(count, i -> Math.abs(error(output, i))),
                isConstant(output) ? null : 1 - squares / deviations);
    }

    /// Of as many values each: squares are summed; their mean, the absolute errors and r2 are means over all of them.
    static ValueErrors together(List<ValueErrors> outputs) {
        if (outputs.size() == 1) {
            return outputs.getFirst();
        }
        int count = outputs.size();
        var isConstant = outputs.stream().anyMatch(each -> each.r2 == null);
        return new ValueErrors(
                CompensatedSum.of(count, k -> outputs.get(k).residualSumOfSquares),
                Math.sqrt(CompensatedSum.mean(count, k -> square(outputs.get(k).rmse))),
                CompensatedSum.mean(count, k -> outputs.get(k).mae),
                isConstant ? null : CompensatedSum.mean(count, k -> Objects.requireNonNull(outputs.get(k).r2)));
    }

    private static double error(Outcomes.Output output, int example) {
        return output.predicted(example) - output.truth(example);
    }

    private static boolean isConstant(Outcomes.Output output) {
        for (int i = 1; i < output.examples(); i++) {
            if (output.truth(i) != output.truth(0)) {
                return false;
            }
        }
        return true;
    }

    private static double square(double value) {
        return value * value;
    }
}
