package io.chainrule.service.job;

import io.chainrule.learning.dataset.ColumnType;
import io.chainrule.learning.dataset.Dataset;
import io.chainrule.learning.dataset.Task;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// What is told of a dataset without reading its examples.
///
/// @param features all columns but the target, unusable ones too
/// @param classes empty for a regression
/// @param jobs how many have been posted for it and still exist
public record StoredDataset(
        String id,
        Instant createdAt,
        String name,
        int examples,
        String target,
        Task task,
        List<Feature> features,
        List<LabelCount> classes,
        String digest,
        long jobs) {

    /// A column that may be learned from.
    ///
    /// @param missing how many values are
    public record Feature(String name, ColumnType type, int missing) {}

    /// A class.
    ///
    /// @param count how many examples have the label
    public record LabelCount(String label, int count) {}

    public StoredDataset {
        features = List.copyOf(features);
        classes = List.copyOf(classes);
    }

    public static StoredDataset of(String id, Instant createdAt, Dataset dataset) {
        return new StoredDataset(
                id,
                createdAt,
                dataset.name(),
                dataset.examples(),
                dataset.target(),
                dataset.task(),
                dataset.features().stream()
                        .map(column -> new Feature(column.name(), column.type(), column.missing()))
                        .toList(),
                classes(dataset),
                dataset.digest(),
                0);
    }

    private static List<LabelCount> classes(Dataset dataset) {
        var counts = dataset.classCounts();
        var classes = new ArrayList<LabelCount>();
        for (int label = 0; label < counts.length; label++) {
            classes.add(new LabelCount(dataset.classes().get(label), counts[label]));
        }
        return classes;
    }
}
