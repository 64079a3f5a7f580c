package io.chainrule.service.web;

import static java.util.Comparator.comparing;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.exc.JsonNodeException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// The OpenAPI document of the service, against which its answers are held.
public final class ApiDocument {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String PROBLEM = "{\"$ref\": \"#/components/schemas/Problem\"}";

    private final SchemaRegistry registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    private final Map<JsonNode, Schema> requests = new ConcurrentHashMap<>();
    private final Map<JsonNode, Schema> answers = new ConcurrentHashMap<>();
    private final JsonNode components;
    private final JsonNode strictComponents;
    private final List<Operation> operations;

    private ApiDocument(JsonNode document) {
        components = document.path("components");
        strictComponents = components.deepCopy();
        strictComponents.path("schemas").forEach(ApiDocument::forbidOthers);
        operations = document.path("paths").properties().stream()
                .flatMap(path -> path.getValue().properties().stream()
                        .map(method -> new Operation(
                                method.getValue().path("operationId").stringValue(),
                                method.getKey().toUpperCase(Locale.ROOT),
                                path.getKey(),
                                method.getValue())))
                .sorted(comparing(Operation::id))
                .toList();
    }

    /// One operation as the document tells of it.
    public record Operation(String id, String method, String path, JsonNode told) {

        private boolean serves(String[] steps) {
            var template = path.split("/", -1);
            return template.length == steps.length
                    && IntStream.range(0, steps.length)
                            .allMatch(i -> template[i].startsWith("{") || template[i].equals(steps[i]));
        }
    }

    /// What came back.
    ///
    /// @param type its media type, absent if it has no body
    public record Reply(int status, @Nullable String type, String body) {}

    /// How an answer differs from the document.
    public record Deviation(Kind kind, String text) {

        public enum Kind {
            STATUS,
            CONTENT
        }

        private static Deviation ofContent(String text) {
            return new Deviation(Kind.CONTENT, text);
        }
    }

    public static ApiDocument read(String json) {
        return new ApiDocument(JSON.readTree(json));
    }

    /// In the order of their ids.
    public List<Operation> operations() {
        return operations;
    }

    /// The one with this id.
    public Operation operation(String id) {
        return operations.stream()
                .filter(operation -> operation.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    /// The one that serves this path, told by its text: a request that was refused early has no controller's pattern.
    public Optional<Operation> operation(String method, String path) {
        var steps = path.split("/", -1);
        var verb = method.equals("HEAD") ? "GET" : method;
        return operations.stream()
                .filter(operation -> operation.method().equals(verb) && operation.serves(steps))
                .min(comparing(operation -> operation.path().contains("{"))); // a path in full goes before a pattern
    }

    /// The schema that a reference leads to.
    public JsonNode resolved(JsonNode schema) {
        return schema.has("$ref")
                ? components
                        .path("schemas")
                        .path(schema.get("$ref").stringValue().replaceFirst(".*/", ""))
                : schema;
    }

    /// Whether a request may send this, as far as the validator can tell: it knows no numbers beyond 64 bits.
    public boolean allows(JsonNode schema, JsonNode value) {
        try {
            return requests.computeIfAbsent(schema, plain -> compiled(plain, components))
                    .validate(value)
                    .isEmpty();
        } catch (JsonNodeException beyond) {
            return true;
        }
    }

    /// Everything about an answer that is not as documented.
    public List<Deviation> deviations(String method, String path, Reply reply) {
        var operation = operation(method, path).orElse(null);
        if (operation == null) {
            return reply.status() == 404 || reply.status() == 405
                    ? body(JSON.readTree(PROBLEM), reply)
                    : List.of(new Deviation(Deviation.Kind.STATUS, "no operation, but " + reply.status()));
        }
        var answer = operation.told().path("responses").path(Integer.toString(reply.status()));
        return answer.isMissingNode()
                ? List.of(new Deviation(Deviation.Kind.STATUS, operation.id() + " does not tell of " + reply.status()))
                : content(answer.path("content"), reply);
    }

    private List<Deviation> content(JsonNode content, Reply reply) {
        if (reply.type() == null || reply.status() == 304) {
            return content.isEmpty() ? List.of() : List.of(Deviation.ofContent("no body, where one is documented"));
        }
        var mediaType = MediaType.parseMediaType(reply.type());
        var documented = content.path(mediaType.getType() + "/" + mediaType.getSubtype());
        if (documented.isMissingNode()) {
            return List.of(Deviation.ofContent(reply.type() + " is not among " + content.propertyNames()));
        }
        return mediaType.getSubtype().endsWith("json") ? body(documented.path("schema"), reply) : List.of();
    }

    private List<Deviation> body(JsonNode schema, Reply reply) {
        try {
            var errors = answers.computeIfAbsent(schema, plain -> compiled(plain, strictComponents))
                    .validate(JSON.readTree(reply.body()));
            return errors.stream()
                    .map(error -> Deviation.ofContent(error.toString()))
                    .toList();
        } catch (JacksonException unreadable) {
            return List.of(Deviation.ofContent("no JSON: " + unreadable.getOriginalMessage()));
        }
    }

    private Schema compiled(JsonNode schema, JsonNode components) {
        var root = JSON.createObjectNode();
        root.putArray("allOf").add(schema);
        root.set("components", components);
        return registry.getSchema(root);
    }

    /// Clients are told that answers may grow; here nothing may be answered that is not documented.
    private static void forbidOthers(JsonNode schema) {
        if (schema instanceof ObjectNode object && object.has("properties") && !object.has("additionalProperties")) {
            object.put("additionalProperties", false);
        }
    }
}
