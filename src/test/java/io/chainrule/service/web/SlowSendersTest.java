package io.chainrule.service.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

/// Whoever stops sending is cut after a while, here half a second, and meanwhile takes nothing that others need.
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.datasource.url=jdbc:h2:mem:slow-senders;DB_CLOSE_DELAY=-1;DB_CLOSE_ON_EXIT=FALSE",
            "chainrule.samples=false",
            "server.tomcat.connection-timeout=500ms",
            "server.tomcat.keep-alive-timeout=500ms",
        })
class SlowSendersTest {

    private static final String HEAD =
            "POST /v1/datasets HTTP/1.1\r\nHost: a\r\nContent-Type: %s\r\n" + "Content-Length: 33000000\r\n\r\n";
    private static final Duration CUT = Duration.ofMillis(500);
    private static final Offset<Long> SOON = within(2_000L);

    @LocalServerPort
    private int port;

    @Test
    void silenceInTheHeadersEndsTheConnection() throws IOException {
        assertThat(millisUntilCut("GET /v1 HTTP/1.1\r\nHos")).isCloseTo(CUT.toMillis(), SOON);
    }

    /// Three fall silent at the same time.
    @Test
    void silenceInABodyIsAnsweredAndEndsTheConnection() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var answer :
                    threads.invokeAll(Stream.of("text/csv", "application/json", "multipart/form-data; boundary=b")
                            .map(type -> (Callable<String>) () -> answerToSilence(type))
                            .toList())) {
                assertThat(answer.get()).startsWith("HTTP/1.1 408").contains("did not arrive");
            }
        }
    }

    private String answerToSilence(String type) throws IOException {
        try (var socket = RawClient.send(port, HEAD.formatted(type) + "x,y\n1,")) {
            long began = System.nanoTime();
            var answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(Duration.ofNanos(System.nanoTime() - began).toMillis()).isCloseTo(CUT.toMillis(), SOON);
            return answer;
        }
    }

    @Test
    void idleConnectionEnds() throws IOException {
        assertThat(millisUntilCut("GET /v1 HTTP/1.1\r\nHost: a\r\n\r\n")).isCloseTo(CUT.toMillis(), SOON);
    }

    /// A hundred that announce 33 MB each hold no memory for it, and no thread.
    @ParameterizedTest
    @ValueSource(strings = {"text/csv", "application/json", "multipart/form-data; boundary=b"})
    void othersAreAnsweredMeanwhile(String type) throws IOException {
        int threads = Thread.activeCount();
        var silent = new ArrayList<Socket>();
        try {
            for (int i = 0; i < 100; i++) {
                silent.add(RawClient.send(port, HEAD.formatted(type) + "x,y\n1,"));
            }
            assertThat(Thread.activeCount() - threads).isLessThan(20);
            try (var other = RawClient.send(
                    port,
                    "POST /v1/gradients HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\n"
                            + "Connection: close\r\nContent-Length: 20\r\n\r\n{\"expression\":\"2^3\"}")) {
                assertThat(new String(other.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                        .startsWith("HTTP/1.1 200");
            }
        } finally {
            for (var socket : silent) {
                socket.close();
            }
        }
    }

    private long millisUntilCut(String text) throws IOException {
        try (var socket = RawClient.send(port, text)) {
            long began = System.nanoTime();
            socket.getInputStream().readAllBytes();
            return Duration.ofNanos(System.nanoTime() - began).toMillis();
        }
    }
}
