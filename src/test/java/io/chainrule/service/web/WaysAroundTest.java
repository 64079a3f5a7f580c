package io.chainrule.service.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

/// Whoever has no key looks for addresses behind open doors, byte by byte, since no HTTP client would send them.
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.datasource.url=jdbc:h2:mem:ways-around;DB_CLOSE_DELAY=-1;DB_CLOSE_ON_EXIT=FALSE",
            "chainrule.samples=false",
            "chainrule.security.api-keys[0].sha256=2bd806c97f0e00af1a1fc3328fa763a9269723c8db8fac4f93af71db186d6e90",
            "chainrule.security.api-keys[0].owner=alice",
            "chainrule.cors.allowed-origins=https://good.example",
        })
class WaysAroundTest {

    @LocalServerPort
    private int port;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /v1/training-jobs",
                "GET /dashboard/..;/v1/training-jobs",
                "GET /dashboard/..;/..;/v1/training-jobs",
                "GET /dashboard/%2e%2e/v1/training-jobs",
                "GET /dashboard/%252e%252e/v1/training-jobs",
                "GET /dashboard/..%2fv1/training-jobs",
                "GET /dashboard/..%5cv1/training-jobs",
                "GET /swagger-ui/..;/..;/v1/training-jobs",
                "GET /swagger-ui/../v1/training-jobs",
                "GET /v3/api-docs/..;/..;/v1/training-jobs",
                "GET /v3/api-docs/../../v1/training-jobs",
                "GET /problems/..;/v1/training-jobs",
                "GET /index.html;/../v1/training-jobs",
                "GET /index.html/v1/training-jobs",
                "GET //v1/training-jobs",
                "GET /;/v1/training-jobs",
                "GET /v1;x=/index.html/training-jobs",
                "GET /v1/training-jobs;.css",
                "GET /v1/training-jobs/",
                "GET /v1/training-jobs.json",
                "GET /v1/training-jobs%00.css",
                "GET /v1/training-jobs?access_token=alice",
                "GET http://localhost/v1/training-jobs",
                "HEAD /v1/training-jobs",
                "OPTIONS /v1/training-jobs",
                "TRACE /v1/training-jobs",
                "PROPFIND /v1/training-jobs",
                "GET /actuator/health/liveness/../../prometheus",
                "GET /actuator/health/liveness/..;/..;/prometheus",
                "GET /actuator/info/..;/env",
            })
    void addressBehindAnOpenDoorLeadsNowhere(String line) throws IOException {
        var answer = answer(line, "X-HTTP-Method-Override: GET\r\nX-Original-URL: /\r\nX-Rewrite-URL: /index.html\r\n");
        assertThat(answer).containsPattern("^HTTP/1.1 (400|401|404|405) ").doesNotContain("\"items\"", "# HELP");
    }

    /// The question that a browser asks before is no request yet, so it needs no key, and opens nothing.
    @ParameterizedTest
    @ValueSource(strings = {"https://evil.example", "null", "https://good.example.evil.example", "http://good.example"})
    void pagesOfOtherOriginsAreRefused(String origin) throws IOException {
        var headers = "Origin: " + origin + "\r\nAccess-Control-Request-Method: POST\r\n"
                + "Access-Control-Request-Headers: authorization\r\n";
        for (var line : new String[] {"OPTIONS /v1/training-jobs", "GET /v1/training-jobs"}) {
            assertThat(answer(line, headers)).startsWith("HTTP/1.1 403").doesNotContain("Access-Control-Allow");
        }
        assertThat(answer("OPTIONS /v1/training-jobs", headers.replace(origin, "https://good.example")))
                .startsWith("HTTP/1.1 200")
                .contains("Access-Control-Allow-Origin: https://good.example\r\n")
                .doesNotContain("Access-Control-Allow-Credentials");
    }

    private String answer(String line, String headers) throws IOException {
        return RawClient.answer(
                port, line + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n" + headers + "\r\n");
    }
}
