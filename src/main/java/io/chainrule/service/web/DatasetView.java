package io.chainrule.service.web;

import io.chainrule.learning.specification.Settings;
import io.chainrule.service.job.StoredDataset;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A dataset without its examples.
///
/// @param classes the labels and how often they occur; none for a regression
/// @param digest equal for equal columns, order, types, target and task
/// @param jobs how many training jobs there are for it
record DatasetView(
        String id,
        String name,
        int examples,
        String target,
        String task,
        List<FeatureView> features,
        @Nullable List<ClassView> classes,
        String digest,
        Instant createdAt,
        long jobs) {

    static DatasetView of(StoredDataset dataset) {
        var classes = dataset.classes().stream()
                .map(label -> new ClassView(label.label(), label.count()))
                .toList();
        return new DatasetView(
                dataset.id(),
                dataset.name(),
                dataset.examples(),
                dataset.target(),
                Settings.name(dataset.task()),
                dataset.features().stream().map(FeatureView::of).toList(),
                classes.isEmpty() ? null : classes,
                dataset.digest(),
                dataset.createdAt(),
                dataset.jobs());
    }

    /// @param missing how many values are
    record FeatureView(String name, String type, int missing) {

        static FeatureView of(StoredDataset.Feature feature) {
            return new FeatureView(feature.name(), Settings.name(feature.type()), feature.missing());
        }
    }

    record ClassView(String label, int count) {}
}
