package io.chainrule.learning.dataset;

import io.chainrule.learning.specification.Setting;
import io.chainrule.learning.specification.Settings;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// How examples become the numbers a model takes, and what its outputs stand for; kept with the model.
///
/// What is taken from the data (substitutes, means, deviations) is taken from the training rows alone.
public record Encoding(
        @Setting(help = "Features, in the order of the model's inputs", least = 1)
        List<FeatureEncoding> features,

        @Setting(help = "What the outputs stand for") TargetEncoding target) {

    public Encoding {
        Settings.require(Encoding.class, features, target);
        features = List.copyOf(features);
    }

    /// Fits an encoding of these features to the training rows. Pointers of refusals begin with `/standardize` or
    /// `/missing`.
    public static Encoding of(
            Dataset dataset, List<String> features, int[] trainingRows, MissingValues missing, boolean standardize) {
        var fitting = new Fitting(trainingRows, missing, standardize);
        return new Encoding(
                features.stream().map(name -> fitting.of(dataset.column(name))).toList(), TargetEncoding.of(dataset));
    }

    /// How many inputs a model has.
    public int width() {
        return features.stream().mapToInt(FeatureEncoding::width).sum();
    }

    /// The first of the inputs that a feature becomes.
    public int offset(String feature) {
        return features.stream()
                .takeWhile(each -> !each.name().equals(feature))
                .mapToInt(FeatureEncoding::width)
                .sum();
    }

    /// How many outputs a model has.
    public int outputs() {
        return target.width();
    }

    /// The class labels; none for a regression.
    public List<String> classes() {
        return target instanceof TargetEncoding.Classes classes ? classes.labels() : List.of();
    }

    public List<String> featureNames() {
        return features.stream().map(FeatureEncoding::name).toList();
    }

    /// Inputs for rows of a table, which must have the columns of the features; refuses with `DatasetInvalidException`.
    public Matrix encode(Table table, int[] rows) {
        var matrix = Matrix.zeros(rows.length, width());
        new TableEncoder(table, rows, matrix).encode(features);
        return matrix;
    }

    /// Inputs for rows of a table as `encode` makes them, and the targets.
    public Matrix encodeTargets(Dataset dataset, int[] rows) {
        return target.encode(dataset, rows);
    }

    /// Inputs for examples in raw units; what is no feature is ignored. Refuses with pointers such as `/3/x1`.
    public Matrix encode(List<? extends Map<String, ? extends @Nullable Object>> rows) {
        var matrix = Matrix.zeros(rows.size(), width());
        new RowEncoder(features, matrix).encode(rows);
        return matrix;
    }
}
