package io.chainrule.service.web;

import static java.util.Comparator.comparing;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Clients are generated from the document, so whoever changes it sees what changes for them: it is committed, without
/// the examples, which have files of their own.
@WebTest
class OpenApiSnapshotTest {

    private static final Path SNAPSHOT = Path.of("src/docs/openapi.json");
    private static final JsonMapper SORTED = JsonMapper.builder()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS, SerializationFeature.INDENT_OUTPUT)
            .build();

    @Autowired
    private MockMvcTester web;

    @Test
    void documentIsTheCommittedOne() throws Exception {
        var document = SORTED.readTree(
                web.get().uri("/v3/api-docs").exchange().getResponse().getContentAsString(StandardCharsets.UTF_8));
        var text = SORTED.writeValueAsString(SORTED.treeToValue(settled(document), Object.class)) + "\n";
        if (Boolean.getBoolean("openapi.renew")) {
            Files.writeString(SNAPSHOT, text);
        }
        assertThat(text)
                .as("If the change is meant, commit what this writes: ./mvnw test -Dtest=OpenApiSnapshotTest"
                        + " -Dopenapi.renew=true")
                .isEqualTo(Files.readString(SNAPSHOT));
    }

    /// Without version and examples, and in an order that does not depend on that of methods in their class.
    private static JsonNode settled(JsonNode document) {
        ((ObjectNode) document.get("info")).remove("version");
        for (var path : document.get("paths")) {
            for (var operation : path) {
                forgetExamples(operation.at("/requestBody/content"));
                operation.get("responses").forEach(answer -> forgetExamples(answer.path("content")));
                if (operation.get("parameters") instanceof ArrayNode parameters) {
                    var sorted = new ArrayList<>(parameters.valueStream().toList());
                    sorted.sort(comparing(parameter -> parameter.get("name").stringValue()));
                    parameters.removeAll().addAll(sorted);
                }
            }
        }
        return document;
    }

    private static void forgetExamples(JsonNode contents) {
        contents.forEach(content -> ((ObjectNode) content).remove("examples"));
    }
}
