package io.chainrule.service.job.experiment;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/// Names of jobs after what is otherwise in them: `learningRate=0.1, hidden=[8]`.
final class Naming {

    private final Map<String, String> labels;

    private Naming(Map<String, String> labels) {
        this.labels = labels;
    }

    /// Paths go by their last step, unless two have that in common.
    static Naming of(Collection<String> paths) {
        var lastSteps = paths.stream().map(Naming::lastStep).toList();
        var labels = new LinkedHashMap<String, String>();
        paths.forEach(path ->
                labels.put(path, Collections.frequency(lastSteps, lastStep(path)) == 1 ? lastStep(path) : path));
        return new Naming(labels);
    }

    private static String lastStep(String path) {
        return path.substring(path.lastIndexOf('.') + 1);
    }

    String labelled(String path, JsonNode value) {
        return labels.get(path) + "=" + text(value);
    }

    /// Short where JSON is not: `mlp hidden=[16]` for `{"type": "mlp", "hidden": [16]}`.
    private static String text(JsonNode value) {
        return switch (value.getNodeType()) {
            case STRING -> value.stringValue();
            case ARRAY -> value.valueStream().map(Naming::text).collect(Collectors.joining(", ", "[", "]"));
            case OBJECT ->
                value.properties().stream()
                        .map(field -> field.getKey().equals("type")
                                ? text(field.getValue())
                                : field.getKey() + "=" + text(field.getValue()))
                        .collect(Collectors.joining(" "));
            case NUMBER, BOOLEAN, NULL, MISSING, BINARY, POJO -> value.toString();
        };
    }
}
