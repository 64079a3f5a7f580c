package io.chainrule.service.web.fuzz;

import io.chainrule.service.web.ApiDocument;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Makes values that a schema allows, by chance. Names of properties hint at what is likely to make sense.
final class Values {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int DEEPEST = 5;

    private final ApiDocument document;
    private final Words words;
    private final Random random;

    Values(ApiDocument document, Words words, Random random) {
        this.document = document;
        this.words = words;
        this.random = random;
    }

    JsonNode of(JsonNode schema, String name) {
        return of(schema, name, 0);
    }

    private JsonNode of(JsonNode reference, String name, int depth) {
        if (reference.path("$ref").stringValue("").endsWith("/Expression")) {
            return words.expression();
        }
        var schema = document.resolved(reference);
        for (var choice : List.of("oneOf", "anyOf")) {
            if (schema.has(choice)) {
                return of(
                        schema.get(choice).get(random.nextInt(schema.get(choice).size())), name, depth);
            }
        }
        if (schema.has("const")) {
            return schema.get("const");
        }
        if (schema.has("enum")) {
            return schema.get("enum").get(random.nextInt(schema.get("enum").size()));
        }
        return switch (schema.path("type").stringValue("")) {
            case "object" -> object(schema, depth);
            case "array" -> array(schema, name, depth);
            case "integer" -> JSON.numberNode(integer(schema));
            case "number" -> JSON.numberNode(number(schema));
            case "boolean" -> JSON.booleanNode(random.nextBoolean());
            case "string" -> JSON.stringNode(text(schema, name));
            default -> words.cell();
        };
    }

    private JsonNode object(JsonNode schema, int depth) {
        var object = JSON.objectNode();
        var required =
                schema.path("required").valueStream().map(JsonNode::stringValue).toList();
        for (var property : schema.path("properties").properties()) {
            if (required.contains(property.getKey()) || (depth < DEEPEST && random.nextInt(5) == 0)) {
                object.set(property.getKey(), of(property.getValue(), property.getKey(), depth + 1));
            }
        }
        if (schema.path("additionalProperties").isObject()) {
            addOthers(object, schema, depth);
        }
        return object;
    }

    private void addOthers(ObjectNode object, JsonNode schema, int depth) {
        int least = schema.path("minProperties").asInt(0);
        int count = Math.clamp(
                random.nextInt(4), least, schema.path("maxProperties").asInt(50));
        for (int i = 0; i < count; i++) {
            object.set(words.column(), of(schema.get("additionalProperties"), "", depth + 1));
        }
    }

    private JsonNode array(JsonNode schema, String name, int depth) {
        int least = schema.path("minItems").asInt(0);
        int most = Math.min(schema.path("maxItems").asInt(1_000), least + 3);
        var items = new ArrayList<JsonNode>();
        for (int i = random.nextInt(least, most + 1); i > 0; i--) {
            items.add(of(schema.path("items"), name, depth + 1));
        }
        return JSON.arrayNode().addAll(items);
    }

    /// Near one of the ends or the default; of those without end, something small.
    private long integer(JsonNode schema) {
        long least = schema.path("minimum").asLong(0);
        long most = schema.path("maximum").asLong(1_000_000);
        return switch (random.nextInt(8)) {
            case 0 -> least;
            case 1 -> most;
            case 2 -> Math.min(most, least + 1);
            default -> random.nextLong(least, Math.min(most, least + 20) + 1);
        };
    }

    private double number(JsonNode schema) {
        double least =
                schema.path("minimum").asDouble(schema.path("exclusiveMinimum").asDouble(-10));
        double most =
                schema.path("maximum").asDouble(schema.path("exclusiveMaximum").asDouble(Math.max(10, least)));
        if (schema.has("minimum") && random.nextInt(8) == 0) {
            return least;
        }
        if (schema.has("maximum") && random.nextInt(8) == 0) {
            return most;
        }
        return Math.min(most, least + (1 - random.nextDouble()) * Math.min(most - least, 3));
    }

    private String text(JsonNode schema, String name) {
        if (schema.has("examples") && random.nextBoolean()) {
            return schema.at("/examples/0").asString();
        }
        var text = words.text(name);
        int most = schema.path("maxLength").asInt(1_000_000);
        var longEnough = text.length() < schema.path("minLength").asInt(0) ? "x" : text;
        return longEnough.substring(0, Math.min(most, longEnough.length()));
    }
}
