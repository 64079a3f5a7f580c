package io.chainrule.service.web;

import io.chainrule.learning.dataset.Dataset;
import io.chainrule.learning.dataset.DatasetLimits;
import io.chainrule.learning.dataset.DatasetSpec;
import io.chainrule.learning.dataset.Tables;
import io.chainrule.learning.dataset.Task;
import io.chainrule.learning.dataset.generator.GeneratorSpec;
import io.chainrule.learning.specification.InvalidSpecException;
import io.chainrule.learning.specification.Setting;
import io.chainrule.learning.specification.Settings;
import io.chainrule.learning.specification.Violation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// A dataset as JSON: columns, rows, or a recipe for examples.
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
        List<Map<String, JsonNode>> rows,

        @Setting(
                help = "In place of columns, a recipe for examples, which knows target and task itself",
                example = "{\"type\": \"moons\", \"examples\": 200, \"noise\": 0.1, \"seed\": 7}")
        @Nullable
        GeneratorSpec generate) {

    DatasetRequest {
        Settings.require(DatasetRequest.class, name, target, task, columns, rows, generate);
        if (Stream.of(columns, rows, generate).filter(Objects::nonNull).count() != 1) {
            throw new InvalidSpecException(
                    columns == null && rows == null ? "" : rows == null ? "/generate" : "/rows",
                    "A dataset is given as columns, as rows or by generate, one of the three");
        }
        if (generate != null) {
            refuseBeside(target, task);
        }
    }

    private static void refuseBeside(@Nullable String target, @Nullable Task task) {
        var violations = new ArrayList<Violation>();
        if (target != null) {
            violations.add(new Violation("/target", "A generator knows its target: leave this out"));
        }
        if (task != null) {
            violations.add(new Violation("/task", "A generator knows its task: leave this out"));
        }
        if (!violations.isEmpty()) {
            throw new InvalidSpecException(violations);
        }
    }

    Dataset toDataset(DatasetLimits limits) {
        if (generate != null) {
            return generated(generate, limits);
        }
        var spec = new DatasetSpec(name, target, task);
        if (columns != null) {
            var values = new LinkedHashMap<String, List<@Nullable Object>>();
            columns.forEach((column, cells) -> values.put(column, JsonValues.of(cells)));
            return Tables.ofColumns(values, spec, limits);
        }
        return Tables.ofRows(
                Objects.requireNonNull(rows).stream().map(JsonValues::of).toList(), spec, limits);
    }

    private Dataset generated(GeneratorSpec generator, DatasetLimits limits) {
        try {
            var dataset = generator.generate(name);
            limits.requireColumns(dataset.table().columns().size());
            return dataset;
        } catch (InvalidSpecException invalid) {
            throw invalid.under("/generate");
        }
    }
}
