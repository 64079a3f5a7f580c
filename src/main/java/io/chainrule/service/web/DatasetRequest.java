package io.chainrule.service.web;

import io.chainrule.learning.dataset.Dataset;
import io.chainrule.learning.dataset.DatasetLimits;
import io.chainrule.learning.dataset.DatasetSpec;
import io.chainrule.learning.dataset.Tables;
import io.chainrule.learning.dataset.Task;
import io.chainrule.learning.specification.InvalidSpecException;
import io.chainrule.learning.specification.Setting;
import io.chainrule.learning.specification.Settings;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// A dataset as JSON: columns, or rows.
record DatasetRequest(
        @Setting(
                help = "A name for people",
                byDefault = "\"dataset\"",
                least = 1,
                most = 200,
                example = "\"two points\"")
        String name,

        @Setting(help = "The column to be predicted; the last one if left out", example = "\"label\"") @Nullable
        String target,

        @Setting(help = "What to learn; by the target's values if left out") @Nullable
        Task task,

        @Setting(
                help = "The values of each column: numbers, strings, booleans, and null for what is missing",
                example = "{\"x1\": [0.5, -1], \"label\": [\"a\", \"b\"]}")
        @Nullable
        Map<String, List<JsonNode>> columns,

        @Setting(
                help = "In place of columns, one object a row; what a row leaves out is missing there",
                example = "[{\"x1\": 0.5, \"label\": \"a\"}, {\"x1\": -1, \"label\": \"b\"}]")
        @Nullable
        List<Map<String, JsonNode>> rows) {

    DatasetRequest {
        Settings.require(DatasetRequest.class, name, target, task, columns, rows);
        if ((columns == null) == (rows == null)) {
            throw new InvalidSpecException(
                    columns == null ? "" : "/rows", "A dataset is given as columns or as rows, one of the two");
        }
    }

    Dataset toDataset(DatasetLimits limits) {
        var spec = new DatasetSpec(name, target, task);
        if (columns != null) {
            var values = new LinkedHashMap<String, List<@Nullable Object>>();
            columns.forEach((column, cells) -> values.put(column, JsonValues.of(cells)));
            return Tables.ofColumns(values, spec, limits);
        }
        return Tables.ofRows(
                Objects.requireNonNull(rows).stream().map(JsonValues::of).toList(), spec, limits);
    }
}
