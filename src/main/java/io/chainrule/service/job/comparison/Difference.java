package io.chainrule.service.job.comparison;

import io.chainrule.service.job.TrainingJob;
import io.chainrule.service.json.SpecWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// A field of the specification that is not the same in all jobs.
///
/// @param field a dotted path: `optimizer.learningRate`
/// @param values by the ids of the jobs that have the field
public record Difference(String field, Map<String, JsonNode> values) {

    private static final String NAME = "name";
    private static final String TAGS = "tags";

    public Optional<JsonNode> value(TrainingJob job) {
        return Optional.ofNullable(values.get(job.id()));
    }

    /// What tells these jobs apart beside names and tags, in the order of the specification.
    static List<Difference> among(List<TrainingJob> jobs) {
        var specs = new LinkedHashMap<String, Map<String, JsonNode>>();
        jobs.forEach(job -> specs.put(job.id(), fields(job)));
        var fields = new LinkedHashSet<String>();
        specs.values().forEach(spec -> fields.addAll(spec.keySet()));
        var differences = new ArrayList<Difference>();
        for (var field : inOrder(fields)) {
            var values = new LinkedHashMap<String, JsonNode>();
            specs.forEach((job, spec) -> put(values, job, spec.get(field)));
            var isSame = values.size() == jobs.size()
                    && values.values().stream().distinct().count() == 1;
            if (!isSame) {
                differences.add(new Difference(field, values));
            }
        }
        return differences;
    }

    private static void put(Map<String, JsonNode> values, String job, @Nullable JsonNode value) {
        if (value != null) {
            values.put(job, value);
        }
    }

    /// A field that only a later job has stands beside its siblings.
    private static List<String> inOrder(LinkedHashSet<String> fields) {
        var groups = new LinkedHashMap<String, List<String>>();
        fields.forEach(field -> groups.computeIfAbsent(field.replaceFirst("\\..*", ""), _ -> new ArrayList<>())
                .add(field));
        return groups.values().stream().flatMap(List::stream).toList();
    }

    /// All fields of a job beside name and tags, by dotted path.
    public static Map<String, JsonNode> fields(TrainingJob job) {
        var spec = ((ObjectNode) SpecWriter.write(job.spec())).without(List.of(NAME, TAGS));
        var fields = new LinkedHashMap<String, JsonNode>();
        flatten("", spec, fields);
        return fields;
    }

    private static void flatten(String path, JsonNode node, Map<String, JsonNode> fields) {
        if (node.isObject()) {
            node.properties()
                    .forEach(entry -> flatten(
                            path.isEmpty() ? entry.getKey() : path + "." + entry.getKey(), entry.getValue(), fields));
        } else {
            fields.put(path, node);
        }
    }
}
