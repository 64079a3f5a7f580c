package io.chainrule.service.web.fuzz;

import io.chainrule.service.web.ApiDocument.Reply;
import java.net.http.HttpHeaders;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/// What the service answered.
record Answer(int status, HttpHeaders headers, String body) {

    private static final JsonMapper JSON = new JsonMapper();

    Optional<String> header(String name) {
        return headers.firstValue(name);
    }

    @Nullable
    String type() {
        return header("Content-Type").orElse(null);
    }

    Reply reply() {
        return new Reply(status, body.isEmpty() ? null : type(), body);
    }

    /// Missing, if it is no JSON.
    JsonNode tree() {
        try {
            return body.startsWith("{") ? JSON.readTree(body) : MissingNode.getInstance();
        } catch (JacksonException unreadable) {
            return MissingNode.getInstance();
        }
    }
}
