package io.chainrule.service.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/// What a service answers of all that it has stored, so that two services can be compared.
final class StoredAnswers {

    private static final List<String> COLLECTIONS =
            List.of("/v1/datasets", "/v1/training-jobs", "/v1/models", "/v1/experiments");

    private StoredAnswers() {}

    /// By address: everything of the collections in the order of their lists, with its parts.
    static Map<String, String> of(LiveService service) {
        var answers = new LinkedHashMap<String, String>();
        for (var collection : COLLECTIONS) {
            for (var item : items(service, collection)) {
                var one = collection + "/" + item.get("id").stringValue();
                answers.put(one, service.get(one).body());
                for (var part : parts(collection)) {
                    var answer = service.get(one + part);
                    assertThat(answer.statusCode()).as(one + part).isEqualTo(200);
                    answers.put(one + part, answer.body());
                }
            }
        }
        return answers;
    }

    static List<JsonNode> items(LiveService service, String collection) {
        var items = new ArrayList<JsonNode>();
        service.tree(service.get(collection)).get("items").forEach(items::add);
        return items;
    }

    private static List<String> parts(String collection) {
        return switch (collection) {
            case "/v1/datasets" -> List.of("/examples");
            case "/v1/training-jobs" -> List.of("/history", "/spec", "/events");
            case "/v1/models" -> List.of("/parameters", "/metrics");
            default -> List.of();
        };
    }
}
