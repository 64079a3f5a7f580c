package io.chainrule.service.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;

/// What is another owner's is answered as what is nobody's: to the last character, but for the id.
@KeyedTest
class OwnIdsTest {

    private static final String CLASSES =
            "{'columns': {'x': [1, 2, 3, 4], 'z': [4, 2, 1, 3], 'y': ['a', 'b', 'a', 'b']}}";

    @Autowired
    private KeyedClient client;

    private String dataset;
    private String job;
    private String model;
    private String experiment;

    @BeforeEach
    void make() {
        dataset = client.create("alice", "/v1/datasets", CLASSES);
        job = client.create("alice", "/v1/training-jobs", "{'dataset': '%s', 'epochs': 5}".formatted(dataset));
        model = client.awaitSuccess("alice", job).get("model").stringValue();
        experiment = client.create(
                "alice",
                "/v1/experiments",
                "{'base': {'dataset': '%s', 'epochs': 5}, 'grid': {'seed': [1, 2]}}".formatted(dataset));
    }

    private String idFor(String path) {
        var ids = Map.of("datasets", dataset, "training-jobs", job, "models", model, "experiments", experiment);
        return ids.get(path.split("/")[2]);
    }

    @Test
    void everyPathWithAnIdIsUnknownToOthersAndKnownToItsOwner() {
        var operations = client.operations().stream()
                .filter(operation ->
                        operation.path().startsWith("/v1") && operation.path().contains("{id}"))
                .toList();
        assertThat(operations).hasSizeGreaterThan(20);
        for (var operation : operations) {
            var id = idFor(operation.path());
            var uri = operation.path().replace("{id}", id) + operation.query();
            var answer = client.send("Bearer bob", operation.method(), uri, operation.type(), operation.body());
            assertThat(answer.getStatus())
                    .as(operation + KeyedClient.text(answer))
                    .isEqualTo(404);
            var unknown = id.substring(0, id.length() - 4) + "zzzz";
            var other = client.send(
                    "Bearer bob", operation.method(), uri.replace(id, unknown), operation.type(), operation.body());
            assertThat(shape(answer, id)).isEqualTo(shape(other, unknown));
            if (operation.method().equals("GET")) {
                assertThat(client.get("alice", uri).getStatus()).as(uri).isNotEqualTo(404);
                assertThat(client.get("carol", uri).getStatus()).as(uri).isNotEqualTo(404);
                assertThat(client.get("rita", uri).getStatus()).as(uri).isNotEqualTo(404);
            }
        }
    }

    /// The answer without what differs by chance.
    private static String shape(MockHttpServletResponse answer, String id) {
        return answer.getStatus() + KeyedClient.text(answer).replace(id, "ID").replaceAll("\"errorId\":\"[^\"]*\"", "");
    }

    @Test
    void everyBodyAndQueryThatNamesAnIdTakesOthersForUnknown() {
        var own = client.create("bob", "/v1/datasets", CLASSES);
        var ownJob = client.create("bob", "/v1/training-jobs", "{'dataset': '%s', 'epochs': 5}".formatted(own));
        var ownModel = client.awaitSuccess("bob", ownJob).get("model").stringValue();
        for (var body : List.of(
                "/v1/training-jobs {'dataset': 'DS'}",
                "/v1/training-jobs?validateOnly=true {'dataset': 'DS'}",
                "/v1/training-jobs {'dataset': '" + own + "', 'validation': {'dataset': 'DS'}}",
                "/v1/experiments {'base': {'dataset': 'DS'}, 'grid': {'seed': [1, 2]}}",
                "/v1/experiments {'base': {'dataset': '" + own + "'}, 'variants': [{'name': 'a', 'dataset': 'DS'}]}",
                "/v1/models/" + ownModel + "/predictions {'dataset': 'DS'}")) {
            var parts = body.split(" ", 2);
            assertSameAsUnknown(dataset, id -> client.post("bob", parts[0], parts[1].replace("DS", id)), 422);
            var mine = client.post("alice", parts[0], parts[1].replace("DS", dataset));
            assertThat(KeyedClient.text(mine)).as(body).doesNotContain(dataset + "\\\"");
        }
        assertSameAsUnknown(dataset, id -> client.get("bob", "/v1/models/" + ownModel + "/metrics?dataset=" + id), 400);
        assertSameAsUnknown(job, id -> client.get("bob", "/v1/training-jobs/compare?ids=" + ownJob + "," + id), 404);
    }

    private void assertSameAsUnknown(String id, Function<String, MockHttpServletResponse> request, int status) {
        var unknown = id.substring(0, id.length() - 4) + "zzzz";
        var answer = request.apply(id);
        assertThat(answer.getStatus()).as(KeyedClient.text(answer)).isEqualTo(status);
        assertThat(shape(answer, id)).isEqualTo(shape(request.apply(unknown), unknown));
    }

    @Test
    void listsShowNothingOfOthers() {
        for (var path : List.of(
                "/v1/datasets?pageSize=200",
                "/v1/models?pageSize=200",
                "/v1/models?dataset=" + dataset,
                "/v1/models?job=" + job,
                "/v1/training-jobs?pageSize=200&summary=true",
                "/v1/training-jobs?dataset=" + dataset,
                "/v1/training-jobs?experiment=" + experiment,
                "/v1/experiments?pageSize=200")) {
            var seen = KeyedClient.text(client.get("bob", path));
            assertThat(seen).as(path).contains("\"items\":[").doesNotContain(dataset, job, model, experiment);
            assertThat(KeyedClient.text(client.get("alice", path)))
                    .as(path)
                    .containsAnyOf(dataset, job, model, experiment);
            assertThat(KeyedClient.text(client.get("carol", path)))
                    .as(path)
                    .containsAnyOf(dataset, job, model, experiment);
        }
    }

    @Test
    void idempotencyKeysAreTheirOwnersOwn() {
        var first = client.tree(postOnce("alice"));
        var second = client.tree(postOnce("bob"));
        assertThat(second.get("id")).isNotEqualTo(first.get("id"));
        assertThat(client.tree(postOnce("alice")).get("id")).isEqualTo(first.get("id"));
    }

    private MockHttpServletResponse postOnce(String who) {
        return client.send(
                "Bearer " + who, "POST", "/v1/datasets", "application/json", CLASSES.replace('\'', '"'), "once");
    }

    @Test
    void operatorMayCancelAndDeleteWhatIsAnybodys() {
        assertThat(client.send("Bearer carol", "DELETE", "/v1/models/" + model, null, "")
                        .getStatus())
                .isEqualTo(204);
        assertThat(client.get("alice", "/v1/models/" + model).getStatus()).isEqualTo(404);
    }
}
