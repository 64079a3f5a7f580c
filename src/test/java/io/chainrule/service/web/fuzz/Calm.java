package io.chainrule.service.web.fuzz;

import java.util.Map;
import java.util.Random;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.IntNode;
import tools.jackson.databind.node.ObjectNode;

/// Makes work small, so that thousands of jobs are done in passing: few epochs, units, examples and steps.
final class Calm {

    private static final Map<String, Integer> ENOUGH = Map.of(
            "epochs", 4,
            "examples", 30,
            "maxSteps", 20,
            "units", 5,
            "hidden", 5,
            "frames", 3,
            "resolution", 12,
            "width", 90,
            "height", 90);
    private static final int JOBS = 3;

    private final Random random;

    Calm(Random random) {
        this.random = random;
    }

    /// In place.
    JsonNode calmed(JsonNode value) {
        if (value instanceof ObjectNode object) {
            object.properties().forEach(property -> property.setValue(calmed(property.getKey(), property.getValue())));
        } else {
            value.forEach(this::calmed);
        }
        return value;
    }

    private JsonNode calmed(String name, JsonNode value) {
        if (value instanceof ArrayNode list && (name.equals("variants") || list.size() > 60)) {
            while (list.size() > JOBS) {
                list.remove(list.size() - 1);
            }
        }
        int enough = ENOUGH.getOrDefault(name.replaceFirst(".*\\.", ""), 0);
        return enough == 0 ? calmed(value) : least(value, enough);
    }

    private JsonNode least(JsonNode value, int enough) {
        if (value instanceof ArrayNode list) {
            for (int i = 0; i < list.size(); i++) {
                list.set(i, least(list.get(i), enough));
            }
        }
        return value.isIntegralNumber() && value.canConvertToInt() && value.intValue() > enough
                ? IntNode.valueOf(1 + random.nextInt(enough))
                : value;
    }
}
