package io.chainrule.learning.dataset.separability;

import io.chainrule.learning.dataset.CategoryColumn;
import io.chainrule.learning.dataset.Dataset;
import io.chainrule.learning.dataset.Encoding;
import io.chainrule.learning.dataset.FeatureEncoding;
import io.chainrule.learning.dataset.Features;
import io.chainrule.learning.dataset.Matrix;
import io.chainrule.learning.dataset.MissingValues;
import io.chainrule.learning.dataset.UsableRows;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Whether there are weights and biases with which every example's own class scores strictly highest.
///
/// Inputs are what a training job makes of the features, neither standardized nor filled: rows with missing values and
/// classes without any other row are left out, as `warnings` say.
///
/// @param pairs every two classes by themselves
/// @param examples how many there are with all values
/// @param inputs what the weights belong to: a feature, or `feature=category`
/// @param classes with at least one such example, in the order of the witness
/// @param witness if it is separable
public record Separability(
        Verdict verdict,
        List<Pair> pairs,
        int examples,
        List<String> inputs,
        List<String> classes,
        @Nullable Witness witness,
        List<String> warnings) {

    private static final long MULTIPLICATIONS = 4_000_000_000L;
    private static final int MOST_NUMBERS = 5_000_000;
    private static final List<String> NONE = List.of();
    private static final String TOO_LARGE =
            "%d examples of %d inputs are more than are looked into: " + MOST_NUMBERS + " numbers";

    /// Two classes, and whether they can be separated from each other.
    public record Pair(String first, String second, Verdict verdict) {}

    public Separability {
        pairs = List.copyOf(pairs);
        inputs = List.copyOf(inputs);
        classes = List.copyOf(classes);
        warnings = List.copyOf(warnings);
    }

    /// Of a classification; refuses features and rows as a training job would, with `InvalidSpecException`.
    public static Separability of(Dataset dataset) {
        if (!(dataset.targetColumn() instanceof CategoryColumn target)) {
            throw new IllegalArgumentException("Only classes can be separated, but " + dataset.target() + " has none");
        }
        var features = Features.of(dataset, null);
        var usable = UsableRows.of(dataset, features.names(), MissingValues.DROP);
        var encoding = Encoding.of(dataset, features.names(), usable.rows(), MissingValues.DROP, false);
        var codes = Arrays.stream(usable.rows()).map(target::code).toArray();
        var present = Arrays.stream(codes).distinct().sorted().toArray();
        var labels = Arrays.stream(codes)
                .map(code -> Arrays.binarySearch(present, code))
                .toArray();
        var names = Arrays.stream(present).mapToObj(target.categories()::get).toList();
        boolean isTooLarge = (long) labels.length * encoding.width() > MOST_NUMBERS;
        var answer = isTooLarge
                ? Answer.undetermined(present.length)
                : new Question(encoding.encode(dataset.table(), usable.rows()), labels, present.length).answer();
        return new Separability(
                answer.whole().verdict(),
                answer.pairs(names),
                labels.length,
                encoding.features().stream().flatMap(Separability::inputs).toList(),
                names,
                answer.whole().witness(),
                Stream.of(
                                features.warnings(),
                                usable.warnings(),
                                absent(target.categories(), names),
                                isTooLarge ? List.of(TOO_LARGE.formatted(labels.length, encoding.width())) : NONE)
                        .flatMap(List::stream)
                        .toList());
    }

    private static Stream<String> inputs(FeatureEncoding feature) {
        return switch (feature) {
            case FeatureEncoding.Numeric numeric -> Stream.of(numeric.name());
            case FeatureEncoding.OneHot oneHot ->
                oneHot.categories().stream().map(category -> oneHot.name() + "=" + category);
        };
    }

    private static List<String> absent(List<String> labels, List<String> present) {
        return labels.stream()
                .filter(label -> !present.contains(label))
                .map(label -> "Class " + label + " is left out because it has no complete row")
                .toList();
    }

    private record Answer(Separation whole, List<Verdict> verdicts, int classes) {

        static Answer undetermined(int classes) {
            return new Answer(
                    Separation.UNDETERMINED,
                    Collections.nCopies(classes * (classes - 1) / 2, Verdict.UNDETERMINED),
                    classes);
        }

        List<Pair> pairs(List<String> names) {
            var pairs = new ArrayList<Pair>();
            for (int first = 0; first < classes; first++) {
                for (int second = first + 1; second < classes; second++) {
                    pairs.add(new Pair(names.get(first), names.get(second), verdicts.get(pairs.size())));
                }
            }
            return pairs;
        }
    }

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Question(Matrix examples, int[] labels, int classes) {

        /// All classes first: what separates all separates every pair. One pair that cannot be separated settles the
        /// whole.
        Answer answer() {
            var budget = new Budget(MULTIPLICATIONS);
            int pairs = classes * (classes - 1) / 2;
            var share = budget.share(pairs <= 1 ? 1 : 2);
            var whole = Separation.of(examples, labels, classes, share);
            budget.takeBack(share);
            if (whole.verdict() == Verdict.SEPARABLE || pairs == 1) {
                return new Answer(
                        whole,
                        IntStream.range(0, pairs).mapToObj(_ -> whole.verdict()).toList(),
                        classes);
            }
            var verdicts = pairs(budget, pairs);
            return new Answer(
                    verdicts.contains(Verdict.INSEPARABLE) ? new Separation(Verdict.INSEPARABLE, null) : whole,
                    verdicts,
                    classes);
        }

        private List<Verdict> pairs(Budget budget, int pairs) {
            var rows = IntStream.range(0, classes).mapToObj(this::rowsOf).toList();
            var verdicts = new ArrayList<Verdict>();
            for (int first = 0; first < classes; first++) {
                for (int second = first + 1; second < classes; second++) {
                    var share = budget.share(pairs - verdicts.size());
                    verdicts.add(pair(rows.get(first), rows.get(second), share));
                    budget.takeBack(share);
                }
            }
            return verdicts;
        }

        private int[] rowsOf(int label) {
            return IntStream.range(0, labels.length)
                    .filter(row -> labels[row] == label)
                    .toArray();
        }

        private Verdict pair(int[] first, int[] second, Budget budget) {
            var rows = IntStream.concat(Arrays.stream(first), Arrays.stream(second))
                    .toArray();
            var part = Matrix.zeros(rows.length, examples.columns());
            examples.copyRows(rows, 0, rows.length, part.values());
            var sides = new int[rows.length];
            Arrays.fill(sides, first.length, rows.length, 1);
            return Separation.of(part, sides, 2, budget).verdict();
        }
    }
}
