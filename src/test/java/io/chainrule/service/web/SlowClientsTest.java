package io.chainrule.service.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

/// Clients who are never silent but hardly send, or hardly read: each is cut after a while, here about a second, and
/// whoever keeps the pace is not, however long that takes.
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.datasource.url=jdbc:h2:mem:slow-clients;DB_CLOSE_DELAY=-1;DB_CLOSE_ON_EXIT=FALSE",
            "chainrule.samples=false",
            "chainrule.pace.headers=1s",
            "chainrule.pace.grace=500ms",
            "chainrule.pace.per-second=4MB",
            "server.tomcat.connection-timeout=2s",
        })
@Timeout(30)
class SlowClientsTest {

    private static final Duration BETWEEN = Duration.ofMillis(50);
    private static final String LAST_CHUNK = "\r\n0\r\n\r\n";
    private static final String MULTIPART = "Content-Type: multipart/form-data; boundary=b\r\nContent-Length: 30000000"
            + "\r\n\r\n--b\r\nContent-Disposition: form-data; name=\"file\"\r\n\r\n";

    @LocalServerPort
    private int port;

    /// A client that sends a little over and over again.
    private record Dribble(String first, String again) {}

    @Test
    void headersThatDribbleEndTheConnection() throws Exception {
        assertThat(answers(new Dribble("GET /v1 HTTP/1.1\r\nX-Long: ", "a"), new Dribble("GET /v1", "1")))
                .containsOnly("");
    }

    @Test
    void bodyThatDribblesIsAnsweredAndEndsTheConnection() throws Exception {
        var heads = List.of(
                "Content-Type: text/csv\r\nContent-Length: 30000000\r\n\r\n",
                "Content-Type: application/json\r\nContent-Length: 30000000\r\n\r\n",
                "Content-Type: application/json\r\nIdempotency-Key: k\r\nContent-Length: 30000000\r\n\r\n",
                MULTIPART,
                "Content-Type: multipart/form-data; boundary=b\r\nContent-Length: 30000000\r\n\r\n");
        assertThat(answers(heads.stream()
                        .map(head -> new Dribble("POST /v1/datasets HTTP/1.1\r\nHost: a\r\n" + head, "1"))
                        .toArray(Dribble[]::new)))
                .hasSize(5)
                .allSatisfy(answer -> assertThat(answer)
                        .startsWith("HTTP/1.1 408")
                        .contains("\"code\":\"request-timeout\"", "did not arrive in time"));
    }

    @Test
    void chunksThatDribbleAreAnsweredAndEndTheConnection() throws Exception {
        var head =
                "POST /v1/datasets HTTP/1.1\r\nHost: a\r\nContent-Type: text/csv\r\nTransfer-Encoding: chunked\r\n\r\n";
        assertThat(answers(new Dribble(head + "1\r\n1\r\n", "1\r\n1\r\n"), new Dribble(head + "1\r\n1\r\n1;", "a")))
                .hasSize(2)
                .allSatisfy(answer -> assertThat(answer).startsWith("HTTP/1.1 408"));
    }

    /// It is answered at once, and then read only to be thrown away.
    @Test
    void bodyThatNobodyReadsEndsTheConnectionToo() throws Exception {
        assertThat(answer(new Dribble("POST /v1/nothing HTTP/1.1\r\nHost: a\r\nContent-Length: 30000000\r\n\r\n", "1")))
                .startsWith("HTTP/1.1 404")
                .contains("\"code\":\"not-found\"");
    }

    @Test
    void bodyThatComesSteadilyIsReadToItsEnd() throws Exception {
        var piece = " ".repeat(1 << 19);
        int pieces = 30;
        var head = "POST /v1/gradients HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nConnection: close\r\n"
                + "Content-Length: " + (pieces * piece.length() + 20) + "\r\n\r\n";
        try (var socket = connect(head)) {
            for (int i = 0; i < pieces; i++) {
                socket.getOutputStream().write(piece.getBytes(StandardCharsets.US_ASCII));
                Thread.sleep(BETWEEN);
            }
            socket.getOutputStream().write("{\"expression\": \"1\" }".getBytes(StandardCharsets.US_ASCII));
            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .startsWith("HTTP/1.1 200");
        }
    }

    /// What was on its way when the service gave up still arrives.
    @Test
    void largeAnswerIsCutWhereItIsHardlyRead() throws Exception {
        assertThat(answer(1 << 16, 60)).startsWith("HTTP/1.1 200").doesNotEndWith(LAST_CHUNK);
    }

    @Test
    void largeAnswerIsWrittenToItsEndForWhomeverKeepsThePace() throws Exception {
        assertThat(answer(1 << 19, 1000)).startsWith("HTTP/1.1 200").endsWith(LAST_CHUNK);
    }

    /// All that comes to a reader who takes a piece now and then, and at last what is there.
    private String answer(int piece, int pieces) throws Exception {
        var answer = new ByteArrayOutputStream();
        try (var socket = connect(largeQuestion())) {
            var in = socket.getInputStream();
            int before = -1;
            for (int i = 0; i < pieces && answer.size() > before; i++) {
                before = answer.size();
                answer.write(in.readNBytes(piece));
                Thread.sleep(BETWEEN);
            }
            in.transferTo(answer);
        } catch (IOException _) {
            assertThat(answer.size()).isPositive();
        }
        return answer.toString(StandardCharsets.US_ASCII);
    }

    /// The values and gradients of 100,000 points, about 10 MB.
    private static String largeQuestion() {
        var numbers = "[0.1234567890123" + ",0.1234567890123".repeat(99_999) + "]";
        var body = "{\"expression\": \"sin(w)*cos(x)*exp(y)*z\", \"at\": {\"w\": N, \"x\": N, \"y\": N, \"z\": N}}"
                .replace("N", numbers);
        return "POST /v1/gradients HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nConnection: close\r\n"
                + "Content-Length: " + body.length() + "\r\n\r\n" + body;
    }

    /// What is answered to these clients, all of them at a time.
    private List<String> answers(Dribble... clients) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = new ArrayList<String>();
            for (var answer : threads.invokeAll(Arrays.stream(clients)
                    .map(client -> (Callable<String>) () -> answer(client))
                    .toList())) {
                answers.add(answer.get());
            }
            return answers;
        }
    }

    /// What is answered to such a client until it is cut.
    private String answer(Dribble client) throws Exception {
        try (var socket = connect(client.first())) {
            var answer = new StringBuilder();
            var in = socket.getInputStream();
            while (true) {
                try {
                    socket.getOutputStream().write(client.again().getBytes(StandardCharsets.US_ASCII));
                } catch (IOException _) {
                    return answer.append(arrived(in)).toString();
                }
                Thread.sleep(BETWEEN);
                answer.append(arrived(in));
            }
        }
    }

    private static String arrived(InputStream in) throws IOException {
        return new String(in.readNBytes(in.available()), StandardCharsets.UTF_8);
    }

    private Socket connect(String first) throws IOException {
        var socket = new Socket();
        socket.setReceiveBufferSize(1 << 16);
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        socket.getOutputStream().write(first.getBytes(StandardCharsets.US_ASCII));
        return socket;
    }
}
