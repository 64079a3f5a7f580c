package io.chainrule.service.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;

@KeyedTest
class QuotasTest {

    private static final String LONG = "{'name': '%d', 'dataset': 'sample-two-clouds', 'epochs': 5000, 'frames': 0,"
            + " 'model': {'type': 'mlp', 'hidden': [50, 50]}}";

    @Autowired
    private KeyedClient client;

    @Test
    void ownerHasAsManyUnfinishedJobsAsAllowedAndNotOneMore() {
        var variants = IntStream.rangeClosed(1, 19)
                .mapToObj(seed -> "{'name': 'v" + seed + "', 'seed': " + seed + "}")
                .collect(Collectors.joining(","));
        var experiment = client.create(
                "dave", "/v1/experiments", "{'base': " + LONG.formatted(0) + ", 'variants': [" + variants + "]}");
        var last = client.create("dave", "/v1/training-jobs", LONG.formatted(20));
        try {
            assertExceeded(client.post("dave", "/v1/training-jobs", LONG.formatted(21)), "jobs", 20);
            assertThat(client.tree(client.get("dave", "/v1/training-jobs?summary=true&pageSize=50"))
                            .get("items"))
                    .hasSize(20 + samples());
            assertThat(client.post("bob", "/v1/training-jobs?validateOnly=true", LONG.formatted(1))
                            .getStatus())
                    .isEqualTo(200);
        } finally {
            client.post("dave", "/v1/experiments/" + experiment + "/cancel", "");
            client.post("dave", "/v1/training-jobs/" + last + "/cancel", "");
        }
    }

    private int samples() {
        return client
                .tree(client.get("bob", "/v1/training-jobs?pageSize=200"))
                .get("items")
                .findValuesAsString("id")
                .stream()
                .filter(id -> id.startsWith("sample-"))
                .toList()
                .size();
    }

    @Test
    void whatIsTooMuchToKeepLeavesNothing() {
        var large = "{'name': 'large', 'generate': {'type': 'moons', 'examples': 200000}}";
        assertThat(client.post("carol", "/v1/datasets", large).getStatus()).isEqualTo(201);
        assertThat(client.post("carol", "/v1/datasets", large).getStatus()).isEqualTo(201);
        assertExceeded(client.post("carol", "/v1/datasets", large), "bytes", 10 << 20);
        var kept = client.tree(client.get("carol", "/v1/datasets?name=large")).get("items");
        assertThat(kept).hasSize(2);
        client.send(
                "Bearer carol",
                "DELETE",
                "/v1/datasets/" + kept.get(0).get("id").stringValue(),
                null,
                "");
        assertThat(client.post("carol", "/v1/datasets", large).getStatus()).isEqualTo(201);
    }

    private void assertExceeded(MockHttpServletResponse answer, String what, int limit) {
        assertThat(answer.getStatus()).as(KeyedClient.text(answer)).isEqualTo(429);
        assertThat(answer.getHeader("Retry-After")).isNotBlank();
        var problem = client.tree(answer);
        assertThat(problem.get("code").stringValue()).isEqualTo("quota-exceeded");
        assertThat(problem.get("detail").stringValue()).contains(what);
        assertThat(problem.get("limit").intValue()).isEqualTo(limit);
    }

    @Test
    void catalogTellsQuotas() {
        assertThat(KeyedClient.text(client.get("dave", "/v1/catalog/limits")))
                .contains("\"owner.unfinishedJobs\",\"value\":20", "\"owner.storedBytes\",\"value\":10485760");
    }
}
