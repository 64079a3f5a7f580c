package io.chainrule.service.job.experiment;

import io.chainrule.learning.specification.Settings;
import io.chainrule.learning.training.TrainingSpec;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Lays what is otherwise over a training job. Objects are merged field by field, unless one says its `type`: that is
/// another choice, and takes nothing over from the one it replaces.
final class Merging {

    private static final String TYPE = "type";
    private static final JsonMapper DEFAULTS = new JsonMapper();

    private Merging() {}

    static ObjectNode merged(ObjectNode job, JsonNode otherwise) {
        var start = job.deepCopy();
        otherwise.propertyNames().stream()
                .filter(name -> isMerged(otherwise.get(name)) && !start.has(name))
                .forEach(name -> byDefault(name, start));
        return over(start, otherwise);
    }

    private static ObjectNode over(ObjectNode below, JsonNode above) {
        var result = below.deepCopy();
        above.properties()
                .forEach(entry -> result.set(entry.getKey(), laid(below.get(entry.getKey()), entry.getValue())));
        return result;
    }

    private static JsonNode laid(@Nullable JsonNode below, JsonNode above) {
        if (!isMerged(above) || below == null) {
            return above;
        }
        return switch (below) {
            case ObjectNode object -> over(object, above);
            case JsonNode text
            when text.isString() -> over(JsonNodeFactory.instance.objectNode().set(TYPE, text), above);
            default -> above;
        };
    }

    private static boolean isMerged(JsonNode above) {
        return above.isObject() && !above.has(TYPE);
    }

    /// So that `optimizer.learningRate` can be varied where the base has left out the optimizer.
    private static void byDefault(String name, ObjectNode job) {
        Settings.of(TrainingSpec.class).stream()
                .filter(setting -> setting.name().equals(name) && setting.hasDefault())
                .findFirst()
                .ifPresent(setting -> job.set(name, DEFAULTS.readTree(setting.byDefault())));
    }

    /// Whether a place of the merged job is from what was laid over it.
    static boolean isFrom(JsonNode otherwise, String pointer) {
        return isFrom(otherwise, steps(pointer));
    }

    private static boolean isFrom(JsonNode above, List<String> steps) {
        if (steps.isEmpty()) {
            return true;
        }
        var field = above.get(steps.getFirst());
        return field != null && (!isMerged(field) || isFrom(field, steps.subList(1, steps.size())));
    }

    /// The steps of an RFC 6901 pointer.
    private static List<String> steps(String pointer) {
        var steps = new ArrayList<String>();
        for (var step : pointer.split("/", -1)) {
            steps.add(step.replace("~1", "/").replace("~0", "~"));
        }
        return steps.subList(1, steps.size());
    }
}
