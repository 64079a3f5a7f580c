package io.chainrule.service.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@KeyedTest
class KeysTest {

    @Autowired
    private KeyedClient client;

    private List<KeyedClient.Operation> operations() {
        var operations = client.operations().stream()
                .filter(operation -> operation.path().startsWith("/v1"))
                .toList();
        assertThat(operations).hasSizeGreaterThan(35);
        return operations;
    }

    private static String uri(KeyedClient.Operation operation) {
        return operation.path().replaceAll("\\{[a-z]+}", "sample-two-clouds-linear") + operation.query();
    }

    @Test
    void everyOperationNeedsAKey() {
        for (var operation : operations()) {
            var answer = client.send(null, operation.method(), uri(operation), operation.type(), operation.body());
            assertThat(answer.getStatus()).as(operation.toString()).isEqualTo(401);
            assertThat(answer.getHeader("WWW-Authenticate")).isEqualTo("Bearer");
            assertThat(client.tree(answer).get("code").stringValue()).isEqualTo("missing-api-key");
        }
    }

    @Test
    void noOperationTakesAWrongKey() {
        for (var operation : operations()) {
            var answer = client.send(
                    "Bearer cr_nobodys", operation.method(), uri(operation), operation.type(), operation.body());
            assertThat(answer.getStatus()).as(operation.toString()).isEqualTo(401);
            assertThat(client.tree(answer).get("code").stringValue()).isEqualTo("invalid-api-key");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "alice",
                "Basic YWxpY2U6",
                "Bearer",
                "Bearer ",
                "Bearer Alice",
                "Bearer alice bob",
                "Bearer 2bd806c97f0e00af1a1fc3328fa763a9269723c8db8fac4f93af71db186d6e90"
            })
    void whatIsNoKeyOpensNothing(String authorization) {
        var answer = client.send(authorization, "GET", "/v1", null, "");
        assertThat(answer.getStatus()).isEqualTo(401);
        assertThat(client.tree(answer).get("code").stringValue()).isEqualTo("invalid-api-key");
    }

    @Test
    void keyOpens() {
        assertThat(client.get("alice", "/v1").getStatus()).isEqualTo(200);
        assertThat(client.send("bearer   alice", "GET", "/v1", null, "").getStatus())
                .isEqualTo(200);
    }

    @Test
    void whoMayOnlyLookGetsAllThatIsKeptNowhere() {
        var refused = operations().stream()
                .filter(operation -> client.send(
                                        "Bearer rita",
                                        operation.method(),
                                        uri(operation),
                                        operation.type(),
                                        operation.body())
                                .getStatus()
                        == 403)
                .map(operation -> operation.method() + " " + operation.path())
                .sorted();
        assertThat(refused)
                .containsExactly(
                        "DELETE /v1/datasets/{id}",
                        "DELETE /v1/experiments/{id}",
                        "DELETE /v1/models/{id}",
                        "DELETE /v1/training-jobs/{id}",
                        "POST /v1/datasets",
                        "POST /v1/experiments",
                        "POST /v1/experiments/{id}/cancel",
                        "POST /v1/training-jobs",
                        "POST /v1/training-jobs/{id}/cancel",
                        "POST /v1/training-jobs/{id}/pause",
                        "POST /v1/training-jobs/{id}/resume");
    }

    @Test
    void doorsThatAreOpenStayOpen() {
        for (var path : List.of(
                "/",
                "/index.html",
                "/dashboard/app.js",
                "/v3/api-docs",
                "/problems/missing-api-key",
                "/actuator/health/liveness",
                "/actuator/health/readiness",
                "/actuator/info")) {
            for (var authorization : Stream.of("", "Bearer cr_nobodys").toList()) {
                assertThat(client.send(authorization.isEmpty() ? null : authorization, "GET", path, null, "")
                                .getStatus())
                        .as(path)
                        .isEqualTo(200);
            }
        }
        assertThat(client.send(null, "GET", "/swagger-ui.html", null, "").getStatus())
                .isEqualTo(302);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/actuator",
                "/actuator/health",
                "/actuator/env",
                "/actuator/metrics",
                "/actuator/prometheus",
                "/h2-console",
                "/error",
                "/nowhere",
                "/v3"
            })
    void everyOtherDoorIsShut(String path) {
        assertThat(client.send(null, "GET", path, null, "").getStatus()).isEqualTo(401);
    }

    @Test
    void prometheusIsForOperators() {
        assertThat(client.get("alice", "/actuator/prometheus").getStatus()).isEqualTo(403);
        assertThat(client.get("carol", "/actuator/prometheus").getStatus()).isEqualTo(200);
    }
}
