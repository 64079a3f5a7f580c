package io.chainrule.service.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A thousand requests that are wrong in many ways. Nobody gets a 500 or sees the inside, and nothing is stored.
@WebTest
class WrongRequestsTest {

    private static final long SEED = 20_261_123;
    private static final int REQUESTS = 1_000;

    @Autowired
    private MockMvcTester web;

    @Autowired
    private JsonMapper json;

    @Test
    void wrongRequestsAreRefusedAndLeaveNothingBehind() throws Exception {
        var before = stored();
        var random = new Random(SEED);
        var statuses = new TreeMap<Integer, Integer>();
        for (int i = 0; i < REQUESTS; i++) {
            var request = WrongRequest.of(random);
            var response = send(request);
            var body = new String(response.getContentAsByteArray(), StandardCharsets.UTF_8);
            var shown = "request " + i + " of seed " + SEED + ": " + request + "\n" + body;
            assertThat(response.getStatus()).as(shown).isBetween(400, 499);
            assertThat(response.getContentType()).as(shown).startsWith("application/problem+json");
            assertThat(body).as(shown).doesNotContain("\tat ", "java.", "Exception", "io.chainrule", "jackson");
            assertThat(json.readTree(body).get("fix").stringValue()).as(shown).isNotBlank();
            statuses.merge(response.getStatus(), 1, Integer::sum);
        }
        assertThat(statuses.keySet()).contains(400, 404, 405, 406, 415, 422);
        assertThat(stored()).isEqualTo(before);
    }

    private MockHttpServletResponse send(WrongRequest request) {
        var builder = web.method(HttpMethod.valueOf(request.method()))
                .uri(URI.create(request.uri()))
                .content(request.body());
        for (var header : request.headers().entrySet()) {
            builder = builder.header(header.getKey(), header.getValue());
        }
        return builder.exchange().getResponse();
    }

    private List<JsonNode> stored() throws Exception {
        var lists = new ArrayList<JsonNode>();
        for (var uri : List.of("/v1/datasets", "/v1/training-jobs?summary=true", "/v1/models")) {
            var page = json.readTree(web.get().uri(uri).exchange().getResponse().getContentAsString());
            page.get("items").forEach(item -> lists.add(item.get("id")));
            lists.add(page.path("summary"));
        }
        return lists;
    }
}
