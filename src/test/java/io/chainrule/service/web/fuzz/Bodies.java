package io.chainrule.service.web.fuzz;

import io.chainrule.service.web.ApiDocument;
import io.chainrule.service.web.ApiDocument.Operation;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Bodies of requests: an example of the document with something varied, or made from the schema; right or spoiled.
final class Bodies {

    private static final String FORM = "multipart/form-data";
    private static final String BOUNDARY = "between-the-parts";

    private final ApiDocument document;
    private final Values values;
    private final Random random;
    private final Calm calm;
    private final Spoiling spoiling;

    Bodies(ApiDocument document, Values values, Random random) {
        this.document = document;
        this.values = values;
        this.random = random;
        this.calm = new Calm(random);
        this.spoiling = new Spoiling(random);
    }

    /// @param isAllowed whether the document allows it
    @SuppressWarnings("ArrayRecordComponent")
    record Body(String contentType, byte[] octets, boolean isAllowed) {

        private static Body of(String contentType, String text, boolean isAllowed) {
            return new Body(contentType, text.getBytes(StandardCharsets.UTF_8), isAllowed);
        }
    }

    Body of(Operation operation, boolean isSpoiled) {
        var contents = List.copyOf(operation.told().at("/requestBody/content").properties());
        var content = World.any(contents, random);
        return switch (content.getKey()) {
            case FORM -> Body.of(FORM + "; boundary=" + BOUNDARY, form(isSpoiled), true);
            case "text/csv" -> Body.of("text/csv", Tables.csv(random, isSpoiled), true);
            default -> json(operation, content.getValue(), isSpoiled);
        };
    }

    private Body json(Operation operation, JsonNode content, boolean isSpoiled) {
        var schema = content.get("schema");
        var right = calm.calmed(right(content, schema));
        if (!isSpoiled) {
            return Body.of("application/json", right.toString(), true);
        }
        if (random.nextInt(4) == 0) {
            return Body.of("application/json", spoiling.broken(right.toString()), true);
        }
        var spoiled = calm.calmed(spoiling.spoiled(right));
        return Body.of("application/json", spoiled.toString(), isMerged(operation) || document.allows(schema, spoiled));
    }

    /// What varies in an experiment takes the place of what its base says there, be that right or wrong.
    private static boolean isMerged(Operation operation) {
        return operation.id().equals("createExperiment");
    }

    private JsonNode right(JsonNode content, JsonNode schema) {
        var examples = content.path("examples").valueStream().toList();
        if (examples.isEmpty() || random.nextInt(3) == 0) {
            return values.of(schema, "");
        }
        var example = World.any(examples, random).get("value").deepCopy();
        return example instanceof ObjectNode object && random.nextBoolean() ? varied(object, schema) : example;
    }

    private JsonNode varied(ObjectNode example, JsonNode schema) {
        var properties =
                List.copyOf(document.resolved(schema).path("properties").properties());
        var property = World.any(properties, random);
        return example.set(property.getKey(), values.of(property.getValue(), property.getKey()));
    }

    private String form(boolean isSpoiled) {
        var file = "Content-Disposition: form-data; name=\"file\"; filename=\"a.csv\"\r\nContent-Type: text/csv\r\n\r\n"
                + Tables.csv(random, isSpoiled && random.nextBoolean());
        var name = "Content-Disposition: form-data; name=\"" + (isSpoiled ? Oddities.text(random, 9) : "name")
                + "\"\r\n\r\nform";
        var part = "--" + BOUNDARY + "\r\n";
        var end = isSpoiled && random.nextInt(4) == 0 ? "" : "\r\n--" + BOUNDARY + "--\r\n";
        return part + file + "\r\n" + (random.nextBoolean() ? part + name : "").stripTrailing() + end;
    }
}
