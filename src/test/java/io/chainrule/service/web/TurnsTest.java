package io.chainrule.service.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import org.junit.jupiter.api.RepeatedTest;
import org.springframework.boot.test.web.server.LocalServerPort;

@LiveTest
class TurnsTest {

    private static final int CLIENTS = 8;
    private static final int REQUESTS = 90; // on one connection; Tomcat ends it after 100
    private static final String REQUEST = """
            POST /v1/gradients HTTP/1.1
            Host: a
            Content-Type: application/json
            Content-Length: 20

            {"expression":"2^3"}""".replace("\n", "\r\n");

    @LocalServerPort
    private int port;

    /// All answers to a busy client fit into the network: if they did not, it would let others go first by that.
    /// Repeated, since a client may be lucky.
    @RepeatedTest(3)
    void clientsThatAskWithoutAPauseLetOthersGoFirst() throws IOException {
        var busy = new ArrayList<Socket>();
        try (var other = RawClient.send(port, REQUEST.substring(0, REQUEST.length() - 1))) {
            for (int i = 0; i < CLIENTS; i++) {
                busy.add(RawClient.send(port, REQUEST.repeat(REQUESTS)));
            }
            other.getOutputStream().write('}');
            assertThat(text(other.getInputStream().readNBytes(12))).isEqualTo("HTTP/1.1 200");
            for (var socket : busy) {
                var answers = socket.getInputStream();
                assertThat(text(answers.readNBytes(answers.available())).split("HTTP/1.1 200", -1))
                        .hasSizeLessThan(REQUESTS);
            }
        } finally {
            for (var socket : busy) {
                socket.close();
            }
        }
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
