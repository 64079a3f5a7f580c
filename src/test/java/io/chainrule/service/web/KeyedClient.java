package io.chainrule.service.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Clients of a [KeyedTest].
@TestComponent
class KeyedClient {

    private final MockMvcTester web;
    private final JsonMapper json = new JsonMapper();

    KeyedClient(MockMvcTester web) {
        this.web = web;
    }

    /// An operation of the document.
    record Operation(String method, String path, @Nullable String type, String body, String query) {}

    /// @param authorization the header, null for none
    MockHttpServletResponse send(
            @Nullable String authorization, String method, String uri, @Nullable String type, String body) {
        return send(authorization, method, uri, type, body, null);
    }

    /// @param repetition an Idempotency-Key, null for none
    MockHttpServletResponse send(
            @Nullable String authorization,
            String method,
            String uri,
            @Nullable String type,
            String body,
            @Nullable String repetition) {
        var request = web.method(HttpMethod.valueOf(method)).uri(uri);
        if (repetition != null) {
            request = request.header("Idempotency-Key", repetition);
        }
        if (authorization != null) {
            request = request.header("Authorization", authorization);
        }
        if (type != null) {
            request = request.contentType(MediaType.parseMediaType(type)).content(body);
        }
        return request.exchange().getResponse();
    }

    MockHttpServletResponse get(String who, String uri) {
        return send("Bearer " + who, "GET", uri, null, "");
    }

    MockHttpServletResponse post(String who, String uri, String body) {
        return send("Bearer " + who, "POST", uri, "application/json", body.replace('\'', '"'));
    }

    JsonNode tree(MockHttpServletResponse answer) {
        return json.readTree(text(answer));
    }

    static String text(MockHttpServletResponse answer) {
        return new String(answer.getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    String create(String who, String uri, String body) {
        var answer = post(who, uri, body);
        assertThat(answer.getStatus()).as(text(answer)).isBetween(201, 202);
        return tree(answer).get("id").stringValue();
    }

    JsonNode awaitSuccess(String who, String job) {
        return Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(
                        () -> tree(get(who, "/v1/training-jobs/" + job)),
                        found -> found.get("state").stringValue().equals("succeeded"));
    }

    /// All operations of the document, each with its first example.
    List<Operation> operations() {
        var document = tree(send(null, "GET", "/v3/api-docs", null, ""));
        var operations = new ArrayList<Operation>();
        document.get("paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(method -> {
                    var operation = method.getValue();
                    var content = operation.at("/requestBody/content").properties().stream()
                            .findFirst();
                    var query = new StringBuilder();
                    for (var parameter : operation.path("parameters")) {
                        if (parameter.get("in").stringValue().equals("query")
                                && parameter.path("required").booleanValue(false)) {
                            query.append('?')
                                    .append(parameter.get("name").stringValue())
                                    .append("=sample-x,sample-y");
                        }
                    }
                    operations.add(new Operation(
                            method.getKey().toUpperCase(Locale.ROOT),
                            path.getKey(),
                            content.map(Map.Entry::getKey).orElse(null),
                            content.map(entry -> example(entry.getValue())).orElse(""),
                            query.toString()));
                }));
        return operations;
    }

    private static String example(JsonNode content) {
        for (var example : content.path("examples")) {
            var value = example.get("value");
            return value.isString() ? value.stringValue() : value.toString();
        }
        return "";
    }
}
