package io.chainrule.learning.evaluation;

import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// How many examples of each class were taken for which; what is undefined for want of examples is null.
public final class ConfusionMatrix {

    private final List<String> classes;
    private final int[][] counts;

    private ConfusionMatrix(List<String> classes) {
        this.classes = List.copyOf(classes);
        this.counts = new int[classes.size()][classes.size()];
    }

    static ConfusionMatrix of(Outcomes.Labels outcomes) {
        var matrix = new ConfusionMatrix(outcomes.classes());
        for (int i = 0; i < outcomes.examples(); i++) {
            matrix.counts[outcomes.truth(i)][outcomes.predicted(i)]++;
        }
        return matrix;
    }

    public List<String> classes() {
        return classes;
    }

    /// Examples of one class that were taken for another, or the same.
    public int count(int truth, int predicted) {
        return counts[truth][predicted];
    }

    public int examples() {
        return labels().map(this::support).sum();
    }

    public int hits() {
        return labels().map(label -> counts[label][label]).sum();
    }

    /// Examples of a class.
    public int support(int label) {
        return IntStream.of(counts[label]).sum();
    }

    /// Examples taken for a class.
    public int predicted(int label) {
        return labels().map(truth -> counts[truth][label]).sum();
    }

    /// Of the examples taken for the class, the share that belongs to it.
    public @Nullable Double precision(int label) {
        return share(counts[label][label], predicted(label));
    }

    /// Of the examples of the class, the share that was found.
    public @Nullable Double recall(int label) {
        return share(counts[label][label], support(label));
    }

    /// The harmonic mean of precision and recall.
    public @Nullable Double f1(int label) {
        return share(2 * counts[label][label], support(label) + predicted(label));
    }

    /// Whether the class occurs or was predicted at all.
    boolean isMet(int label) {
        return support(label) + predicted(label) > 0;
    }

    IntStream labels() {
        return IntStream.range(0, classes.size());
    }

    private static @Nullable Double share(int part, int whole) {
        return whole == 0 ? null : (double) part / whole;
    }
}
