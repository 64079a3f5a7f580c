package io.chainrule.learning.evaluation;

import io.chainrule.learning.dataset.statistics.CompensatedSum;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// How well classes are told apart.
///
/// @param accuracy share of the examples that were taken for what they are
/// @param balancedAccuracy mean recall of the classes that occur
/// @param curves one for the second of two classes; of more, one each, without those that are undefined
/// @param rocAuc mean area under the curves; null if there is none
/// @param logLoss mean of minus the logarithm of the true class's probability
/// @param brier mean squared error of the second of two classes' probability; of more classes, the sum over them
public record ClassificationMetrics(
        ConfusionMatrix confusion,
        double loss,
        double accuracy,
        double balancedAccuracy,
        ClassMeasure precision,
        ClassMeasure recall,
        ClassMeasure f1,
        List<RocCurve> curves,
        @Nullable Double rocAuc,
        double logLoss,
        double brier)
        implements Metrics {

    public ClassificationMetrics {
        curves = List.copyOf(curves);
    }

    static ClassificationMetrics of(Outcomes.Labels outcomes) {
        var confusion = ConfusionMatrix.of(outcomes);
        var recall = ClassMeasure.of(confusion, confusion::recall);
        var curves = judged(outcomes)
                .mapToObj(label -> curve(outcomes, label))
                .flatMap(Optional::stream)
                .toList();
        return new ClassificationMetrics(
                confusion,
                CompensatedSum.mean(outcomes.losses()),
                (double) confusion.hits() / confusion.examples(),
                balanced(recall),
                ClassMeasure.of(confusion, confusion::precision),
                recall,
                ClassMeasure.of(confusion, confusion::f1),
                curves,
                curves.isEmpty()
                        ? null
                        : (Double) CompensatedSum.mean(
                                curves.size(), i -> curves.get(i).area()),
                CompensatedSum.mean(outcomes.logLosses()),
                CompensatedSum.mean(outcomes.examples(), i -> squaredErrors(outcomes, i)));
    }

    @Override
    public int examples() {
        return confusion.examples();
    }

    /// Of two classes the second is the positive one; of more, each is told from the others.
    private static IntStream judged(Outcomes.Labels outcomes) {
        int classes = outcomes.classes().size();
        return IntStream.range(classes == 2 ? 1 : 0, classes);
    }

    private static double balanced(ClassMeasure recall) {
        var found = recall.perClass().values().stream()
                .mapToDouble(Double::doubleValue)
                .toArray();
        return CompensatedSum.mean(found);
    }

    private static Optional<RocCurve> curve(Outcomes.Labels outcomes, int label) {
        return RocCurve.of(
                outcomes.classes().get(label),
                outcomes.examples(),
                i -> outcomes.probability(label, i),
                i -> outcomes.truth(i) == label);
    }

    private static double squaredErrors(Outcomes.Labels outcomes, int example) {
        var judged = judged(outcomes).toArray();
        return CompensatedSum.of(judged.length, i -> {
            double truth = outcomes.truth(example) == judged[i] ? 1 : 0;
            double error = outcomes.probability(judged[i], example) - truth;
            return error * error;
        });
    }
}
