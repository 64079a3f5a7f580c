package io.chainrule.service.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/// Clients that go in the middle of something: that is their business, and nothing that whoever runs the service has to
/// know.
@LiveTest
@ExtendWith(OutputCaptureExtension.class)
class GoneClientsTest {

    private static final String POST = "POST /v1/datasets HTTP/1.1\r\nHost: a\r\nContent-Type: %s\r\n%s";

    @Autowired
    private LiveService service;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/csv",
                "application/json",
                "application/json\r\nIdempotency-Key: gone",
                "multipart/form-data; boundary=b",
                "multipart/form-data; boundary=b\r\nIdempotency-Key: gone"
            })
    void bodyThatEndsEarlyIsNoFaultOfTheService(String type, CapturedOutput output) throws Exception {
        int before = output.getAll().length();
        for (var body : new String[] {
            "Content-Length: 1000\r\n\r\n",
            "Content-Length: 1000\r\n\r\n--b\r\n",
            "Transfer-Encoding: chunked\r\n\r\n5\r\n12345\r\n",
            "Transfer-Encoding: chunked\r\n\r\nno chunk\r\n",
        }) {
            var request = POST.formatted(type, body);
            try (var socket = RawClient.send(service.port(), request)) {
                socket.shutdownOutput();
                var answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
                assertThat(answer).startsWith("HTTP/1.1 400").contains("\"code\":\"malformed-request\"");
            }
            var gone = RawClient.send(service.port(), request);
            gone.setSoLinger(true, 0);
            gone.close();
        }
        assertQuiet(output, before);
    }

    @Test
    void answerThatNobodyTakesIsNoFaultOfTheService(CapturedOutput output) throws Exception {
        int before = output.getAll().length();
        var x = "0.1" + ",0.1234567890123".repeat(99_999);
        var body = "{\"expression\": \"sin(x)*y\", \"at\": {\"x\": [" + x + "], \"y\": 3.3}}";
        var question = "POST /v1/gradients HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: "
                + body.length() + "\r\n\r\n" + body;
        for (var request : new String[] {question, "GET /v3/api-docs HTTP/1.1\r\nHost: a\r\n\r\n"}) {
            var gone = RawClient.send(service.port(), request);
            gone.setSoLinger(true, 0);
            assertThat(gone.getInputStream().read()).isEqualTo('H');
            gone.close();
        }
        assertQuiet(output, before);
    }

    private static void assertQuiet(CapturedOutput output, int before) {
        await().during(Duration.ofMillis(500))
                .atMost(Duration.ofSeconds(3))
                .untilAsserted(() ->
                        assertThat(output.getAll().substring(before)).doesNotContain(" ERROR ", " WARN ", "Exception"));
    }
}
