package io.chainrule.service.store;

import io.chainrule.learning.dataset.ColumnType;
import io.chainrule.learning.dataset.Task;
import io.chainrule.service.job.StoredDataset;
import java.sql.ResultSet;
import java.sql.SQLException;
import tools.jackson.databind.node.JsonNodeFactory;

/// What is told of a dataset, as a row of `dataset` whose column `summary` is JSON.
final class DatasetSummary {

    private DatasetSummary() {}

    static String write(StoredDataset dataset) {
        var summary = JsonNodeFactory.instance.objectNode();
        summary.put("examples", dataset.examples());
        summary.put("target", dataset.target());
        summary.put("task", dataset.task().name());
        var features = summary.putArray("features");
        for (var feature : dataset.features()) {
            features.addObject()
                    .put("name", feature.name())
                    .put("type", feature.type().name())
                    .put("missing", feature.missing());
        }
        var classes = summary.putArray("classes");
        for (var label : dataset.classes()) {
            classes.addObject().put("label", label.label()).put("count", label.count());
        }
        return summary.toString();
    }

    static StoredDataset read(ResultSet row, int number) throws SQLException {
        var summary = Json.read(row.getString("summary"));
        return new StoredDataset(
                row.getString("id"),
                Timestamps.read(row, "created_at"),
                row.getString("name"),
                summary.get("examples").intValue(),
                summary.get("target").stringValue(),
                Task.valueOf(summary.get("task").stringValue()),
                summary.get("features")
                        .valueStream()
                        .map(feature -> new StoredDataset.Feature(
                                feature.get("name").stringValue(),
                                ColumnType.valueOf(feature.get("type").stringValue()),
                                feature.get("missing").intValue()))
                        .toList(),
                summary.get("classes")
                        .valueStream()
                        .map(label -> new StoredDataset.LabelCount(
                                label.get("label").stringValue(),
                                label.get("count").intValue()))
                        .toList(),
                row.getString("digest"),
                row.getLong("jobs"));
    }
}
