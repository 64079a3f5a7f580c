package io.chainrule.service.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.chainrule.service.web.problem.ProblemCode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@WebTest
class OpenApiTest {

    @Autowired
    private MockMvcTester web;

    @Autowired
    private JsonMapper json;

    private JsonNode document;

    @BeforeEach
    void read() throws Exception {
        document = json.readTree(
                web.get().uri("/v3/api-docs").exchange().getResponse().getContentAsString());
    }

    @Test
    void everyOperationIsDescribed() {
        var ids = new ArrayList<String>();
        for (var operation : operations()) {
            assertThat(operation.at("/operationId").stringValue()).matches("[a-z][A-Za-z]+");
            assertThat(operation.at("/summary").stringValue()).isNotBlank();
            assertThat(operation.at("/description").stringValue()).isNotBlank();
            assertThat(operation.at("/tags")).hasSize(1);
            ids.add(operation.at("/operationId").stringValue());
        }
        assertThat(ids).doesNotHaveDuplicates().hasSizeGreaterThan(24);
    }

    @Test
    void everyReferenceLeadsSomewhere() {
        for (var reference : document.findValuesAsString("$ref")) {
            assertThat(document.at(reference.substring(1)).isMissingNode())
                    .as(reference)
                    .isFalse();
        }
    }

    @Test
    void everyAnswerHasSchema() {
        for (var operation : operations()) {
            for (var answer : operation.get("responses")) {
                for (var content : answer.path("content")) {
                    assertThat(content.path("schema").isEmpty())
                            .as(operation.get("operationId") + " " + answer)
                            .isFalse();
                }
            }
        }
    }

    @Test
    void everyExampleFitsItsSchema() {
        int examples = 0;
        for (var operation : operations()) {
            examples += assertExamplesFit(operation.at("/requestBody/content"));
            for (var answer : operation.get("responses")) {
                examples += assertExamplesFit(answer.path("content"));
            }
        }
        assertThat(examples).isGreaterThan(200);
    }

    private int assertExamplesFit(JsonNode contents) {
        int examples = 0;
        for (var content : contents.properties()) {
            var root = json.createObjectNode();
            root.putArray("allOf").add(content.getValue().get("schema"));
            root.set("components", document.get("components"));
            var schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(root);
            for (var example : content.getValue().path("examples").properties()) {
                assertThat(schema.validate(example.getValue().get("value")))
                        .as(example.getKey() + ": " + example.getValue())
                        .isEmpty();
                examples++;
            }
        }
        return examples;
    }

    @Test
    void everyJsonAnswerHasAnExample() {
        for (var operation : operations()) {
            for (var answer : operation.get("responses").properties()) {
                for (var content : answer.getValue().path("content").properties()) {
                    var isJson = content.getKey().endsWith("json");
                    var isSettled = operation.get("operationId").stringValue().matches("(cancel|pause|resume).*");
                    assertThat(!isJson || isSettled || content.getValue().has("examples"))
                            .as(operation.get("operationId") + " " + answer.getKey())
                            .isTrue();
                }
            }
        }
    }

    @Test
    void choicesAreToldApartByType() {
        var model = document.at("/components/schemas/ModelSpec");
        assertThat(model.at("/discriminator/propertyName").stringValue()).isEqualTo("type");
        assertThat(model.at("/discriminator/mapping/mlp").stringValue()).isEqualTo("#/components/schemas/Mlp");
        assertThat(model.at("/oneOf")).hasSize(4);
        assertThat(document.at("/components/schemas/Mlp/properties/type/const").stringValue())
                .isEqualTo("mlp");
        assertThat(document.at("/components/schemas/Mlp/required")).hasToString("[\"type\"]");
    }

    @Test
    void settingsTellDefaultAndRange() {
        var spec = document.at("/components/schemas/TrainingSpec");
        assertThat(spec.at("/required")).hasToString("[\"dataset\"]");
        assertThat(spec.at("/properties/epochs/default").intValue()).isEqualTo(100);
        assertThat(spec.at("/properties/epochs/minimum").intValue()).isEqualTo(1);
        assertThat(spec.at("/additionalProperties").booleanValue()).isFalse();
        assertThat(document.at("/components/schemas/Sgd/properties/learningRate/exclusiveMinimum")
                        .intValue())
                .isZero();
    }

    @Test
    void everyProblemCodeIsKnown() {
        assertThat(document.at("/components/schemas/Problem/properties/code/enum")
                        .valueStream()
                        .map(JsonNode::stringValue))
                .containsExactlyElementsOf(Arrays.stream(ProblemCode.values())
                        .map(ProblemCode::code)
                        .toList());
    }

    /// On a fresh start, as it is here: nothing but the samples is needed. Defaults are sent as well, as forms do.
    @Test
    void everyExampleRunsAsItStands() {
        var tried = new HashSet<String>();
        document.get("paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(method -> {
                    var operation = method.getValue();
                    var uri = path.getKey();
                    var query = new StringJoiner("&", "?", "").setEmptyValue("");
                    for (var parameter : operation.path("parameters")) {
                        var name = parameter.get("name").stringValue();
                        var value = parameter.path("example").isMissingNode()
                                ? parameter.at("/schema/default")
                                : parameter.get("example");
                        if (parameter.get("in").stringValue().equals("path")) {
                            uri = uri.replace("{" + name + "}", value.stringValue());
                        } else if (!value.isMissingNode()) {
                            query.add(name + "=" + values(value));
                        } else {
                            assertThat(parameter.path("required").booleanValue(false))
                                    .as(uri + " " + name)
                                    .isFalse();
                        }
                    }
                    uri += query;
                    var id = operation.get("operationId").stringValue();
                    if (!operation.has("requestBody")) {
                        run(method.getKey(), uri, null, "", id);
                        tried.add(id);
                    }
                    for (var content : operation.at("/requestBody/content").properties()) {
                        for (var example : content.getValue().path("examples")) {
                            run(method.getKey(), uri, content.getKey(), text(example.get("value")), id);
                            tried.add(id);
                        }
                    }
                }));
        assertThat(tried).hasSameSizeAs(operations());
    }

    private void run(String method, String uri, @Nullable String type, String body, String id) {
        var request =
                web.method(HttpMethod.valueOf(method.toUpperCase(Locale.ROOT))).uri(uri);
        if (type != null) {
            request = request.contentType(MediaType.parseMediaType(type)).content(body);
        }
        var answer = request.exchange().getResponse();
        var status = answer.getStatus();
        switch (id) {
            case "deleteDataset", "deleteTrainingJob", "deleteModel", "deleteExperiment" ->
                assertThat(status).isEqualTo(403);
            case "cancelTrainingJob", "pauseTrainingJob", "resumeTrainingJob", "cancelExperiment" ->
                assertThat(status).isEqualTo(409);
            default ->
                assertThat(status)
                        .as(
                                "%s %s %s: %s",
                                method, uri, body, new String(answer.getContentAsByteArray(), StandardCharsets.UTF_8))
                        .isBetween(200, 202);
        }
    }

    private static String values(JsonNode example) {
        return example.isArray()
                ? String.join(
                        ",", example.valueStream().map(JsonNode::stringValue).toList())
                : text(example);
    }

    private static String text(JsonNode example) {
        return example.isString() ? example.stringValue() : example.toString();
    }

    private List<JsonNode> operations() {
        return document.get("paths")
                .valueStream()
                .flatMap(JsonNode::valueStream)
                .toList();
    }
}
