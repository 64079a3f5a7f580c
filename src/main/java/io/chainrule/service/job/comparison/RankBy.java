package io.chainrule.service.job.comparison;

import io.chainrule.learning.training.Metric;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// A measure that says which of several models is better.
public enum RankBy {
    VALIDATION_LOSS(Metric.VALIDATION_LOSS, "validation loss", false),
    TRAIN_LOSS(Metric.TRAIN_LOSS, "training loss", false),
    VALIDATION_ACCURACY(Metric.VALIDATION_ACCURACY, "validation accuracy", true),
    TRAIN_ACCURACY(Metric.TRAIN_ACCURACY, "training accuracy", true),
    VALIDATION_RMSE(Metric.VALIDATION_RMSE, "validation error (root mean square)", false),
    TRAIN_RMSE(Metric.TRAIN_RMSE, "training error (root mean square)", false);

    private final Metric metric;
    private final String inWords;
    private final boolean moreIsBetter;

    RankBy(Metric metric, String inWords, boolean moreIsBetter) {
        this.metric = metric;
        this.inWords = inWords;
        this.moreIsBetter = moreIsBetter;
    }

    /// By its name on the wire, which is that of the metric.
    public static Optional<RankBy> of(String key) {
        return Arrays.stream(values())
                .filter(measure -> measure.key().equals(key))
                .findFirst();
    }

    public static List<String> keys() {
        return Arrays.stream(values()).map(RankBy::key).toList();
    }

    /// The loss on held-back examples if all measured it, else that on the training examples.
    static RankBy byDefault(Collection<List<Metric>> measured) {
        var allValidated =
                !measured.isEmpty() && measured.stream().allMatch(metrics -> metrics.contains(Metric.VALIDATION_LOSS));
        return allValidated ? VALIDATION_LOSS : TRAIN_LOSS;
    }

    public Metric metric() {
        return metric;
    }

    public String key() {
        return metric.key();
    }

    public String inWords() {
        return inWords;
    }

    public boolean isLoss() {
        return this == VALIDATION_LOSS || this == TRAIN_LOSS;
    }

    public boolean isMoreBetter() {
        return moreIsBetter;
    }

    Comparator<Double> bestFirst() {
        return moreIsBetter ? Comparator.reverseOrder() : Comparator.naturalOrder();
    }
}
