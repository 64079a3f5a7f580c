package io.chainrule.service.web;

import static java.util.Comparator.comparing;
import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.webmvc.test.autoconfigure.MockMvcBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.ResultHandler;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Holds every answer of the web tests against the OpenAPI document: its operation, status, media type and body.
final class Conformance implements ResultHandler {

    private static final JsonMapper JSON = new JsonMapper();

    private final ObjectProvider<MockMvc> web;
    private final SchemaRegistry registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    private final Map<JsonNode, Schema> schemas = new ConcurrentHashMap<>();
    private @Nullable JsonNode document;

    private Conformance(ObjectProvider<MockMvc> web) {
        this.web = web;
    }

    @TestConfiguration(proxyBeanMethods = false)
    static class Configuration {

        @Bean
        MockMvcBuilderCustomizer everyAnswerConforms(ObjectProvider<MockMvc> web) {
            return builder -> builder.alwaysDo(new Conformance(web));
        }
    }

    @Override
    public void handle(MvcResult result) throws Exception {
        var path = result.getRequest().getRequestURI();
        var status = result.getResponse().getStatus();
        var isPreflight = "OPTIONS".equals(result.getRequest().getMethod());
        if (isPreflight || (!path.startsWith("/v1") && !path.startsWith("/problems"))) {
            return;
        }
        var operation = operation(result);
        if (operation == null) {
            assertThat(status).as("status of undocumented %s", path).isIn(404, 405);
            assertBody(JSON.readTree("{\"$ref\": \"#/components/schemas/Problem\"}"), result);
            return;
        }
        var answer = operation.path("responses").path(Integer.toString(status));
        assertThat(answer.isMissingNode())
                .as("%s may answer %d: %s", operation.path("operationId"), status, body(result))
                .isFalse();
        assertContent(answer.path("content"), result);
    }

    /// The path is matched by its text: a request that was refused early has no controller's pattern.
    private @Nullable JsonNode operation(MvcResult result) {
        var method = Objects.requireNonNull(result.getRequest().getMethod()).toLowerCase(Locale.ROOT);
        var steps = result.getRequest().getRequestURI().split("/", -1);
        return document().path("paths").properties().stream()
                .filter(path -> matches(path.getKey().split("/", -1), steps))
                .sorted(comparing(path -> path.getKey().contains("{"))) // a path in full goes before a pattern
                .map(path -> path.getValue().get(method.equals("head") ? "get" : method))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private static boolean matches(String[] template, String[] steps) {
        return template.length == steps.length
                && IntStream.range(0, steps.length)
                        .allMatch(i -> template[i].startsWith("{") || template[i].equals(steps[i]));
    }

    private void assertContent(JsonNode content, MvcResult result) throws Exception {
        var type = result.getResponse().getContentType();
        if (type == null || result.getResponse().getStatus() == 304) {
            assertThat(content.isEmpty())
                    .as("an answer without body is documented as such")
                    .isTrue();
            return;
        }
        var mediaType = MediaType.parseMediaType(type);
        var documented = content.path(mediaType.getType() + "/" + mediaType.getSubtype());
        assertThat(documented.isMissingNode())
                .as("%s is among the documented %s", type, content.propertyNames())
                .isFalse();
        if (mediaType.getSubtype().endsWith("json")) {
            assertBody(documented.path("schema"), result);
        }
    }

    private void assertBody(JsonNode schema, MvcResult result) throws Exception {
        var errors = schemas.computeIfAbsent(schema, this::compiled).validate(JSON.readTree(body(result)));
        assertThat(errors).as(body(result)).isEmpty();
    }

    private static String body(MvcResult result) {
        return new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    private Schema compiled(JsonNode schema) {
        var root = JSON.createObjectNode();
        root.putArray("allOf").add(schema);
        root.set("components", document().path("components"));
        return registry.getSchema(root);
    }

    private synchronized JsonNode document() {
        if (document == null) {
            try {
                var answer = web.getObject()
                        .perform(MockMvcRequestBuilders.get("/v3/api-docs"))
                        .andReturn();
                document = JSON.readTree(body(answer));
                document.path("components").path("schemas").forEach(Conformance::forbidOthers);
            } catch (Exception unreadable) {
                throw new IllegalStateException("There is no document to hold answers against", unreadable);
            }
        }
        return document;
    }

    /// Clients are told that answers may grow; here nothing may be answered that is not documented.
    private static void forbidOthers(JsonNode schema) {
        if (schema instanceof ObjectNode object && object.has("properties") && !object.has("additionalProperties")) {
            object.put("additionalProperties", false);
        }
    }
}
