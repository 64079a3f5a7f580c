package io.chainrule.service.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// Bodies that want to take more than they bring: each is refused as soon as that can be told, measured by what the
/// process allocates meanwhile.
@LiveTest
class HostileBodiesTest {

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final int MIB = 1 << 20;
    private static final String GRADIENTS = "/v1/gradients";

    @Autowired
    private LiveService service;

    @Test
    void compressedBodyIsRefusedUnread() throws IOException {
        var bomb = bomb(256);
        assertThat(bomb.length).isLessThan(MIB / 2);
        var request = service.request(GRADIENTS, "Content-Encoding", "gzip", "Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(bomb))
                .build();
        assertRefused(() -> service.send(request), 415, "unsupported-media-type", 4);
    }

    /// So many MiB of spaces.
    private static byte[] bomb(int size) throws IOException {
        var octets = new ByteArrayOutputStream();
        try (var zip = new GZIPOutputStream(octets)) {
            var spaces = " ".repeat(MIB).getBytes(StandardCharsets.US_ASCII);
            for (int i = 0; i < size; i++) {
                zip.write(spaces);
            }
        }
        return octets.toByteArray();
    }

    /// What was sent until the answer came is the limit, and what the connection holds on the way.
    @Test
    void endlessChunkedBodyIsAnsweredAtItsLimit() throws IOException {
        long before = THREADS.getTotalThreadAllocatedBytes();
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), service.port())) {
            socket.setSoTimeout(10_000);
            var out = socket.getOutputStream();
            out.write(
                    "POST /v1/training-jobs HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));
            var chunk = ("10000\r\n" + " ".repeat(1 << 16) + "\r\n").getBytes(StandardCharsets.US_ASCII);
            long sent = 0;
            while (sent < 1L << 30 && socket.getInputStream().available() == 0) {
                out.write(chunk);
                sent += chunk.length;
            }
            var head = new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII);
            assertThat(head).isEqualTo("HTTP/1.1 413");
            assertThat(sent).as("bytes sent until the answer").isLessThan(48L * MIB);
        }
        assertThat(THREADS.getTotalThreadAllocatedBytes() - before).isLessThan(24L * MIB);
    }

    /// Java gives all these names the same hash, so that a table of them would be one long list.
    @Test
    void manyCollidingNamesAreRefused() {
        var names = IntStream.range(0, 50_000)
                .mapToObj(number -> "\"" + colliding(number) + "\":1")
                .collect(Collectors.joining(","));
        assertThat(colliding(1)).hasSameHashCodeAs(colliding(49_999)).isNotEqualTo(colliding(49_999));
        assertRefused(GRADIENTS, "{\"expression\":\"x\",\"at\":{\"x\":1," + names + "}}", 422, "invalid-spec", 256);
        assertRefused(GRADIENTS, "{\"expression\":\"x\"," + names + "}", 422, "invalid-spec", 256);
        assertRefused("/v1/training-jobs", "{" + names + "}", 413, "body-too-large", 4);
    }

    private static String colliding(int number) {
        return IntStream.range(0, 16)
                .mapToObj(bit -> (number >> bit & 1) == 0 ? "Aa" : "BB")
                .collect(Collectors.joining());
    }

    @Test
    void aMillionParenthesesAreRefusedByTheirLength() {
        assertRefused(
                GRADIENTS, "{\"expression\":\"" + "(".repeat(MIB - 100_000) + "\"}", 422, "expression-too-complex", 24);
    }

    @Test
    void deepNestingIsRefusedWhereItGetsTooDeep() {
        assertRefused(GRADIENTS, "{\"expression\":" + "[".repeat(10_000), 400, "malformed-json", 4);
        assertRefused(GRADIENTS, "{\"expression\":" + "{\"sin\":[".repeat(5_000), 400, "malformed-json", 4);
    }

    /// A computer that took it at its word would write a thousand million digits.
    @Test
    void hugeExponentIsRefusedUncomputed() {
        assertRefused(GRADIENTS, "{\"expression\":\"1e999999999\"}", 422, "expression-syntax", 4);
        assertRefused(GRADIENTS, "{\"expression\":1e999999999}", 422, "expression-syntax", 4);
        assertRefused(GRADIENTS, "{\"expression\":\"x\",\"at\":{\"x\":1e999999999}}", 422, "invalid-spec", 4);
        assertRefused("/v1/training-jobs", "{\"dataset\":\"d\",\"epochs\":1e999999999}", 422, "invalid-spec", 4);
    }

    /// It is no mistake: its value is beyond all doubles, which is told at once.
    @Test
    void towerOfPowersIsInfinityAtOnce() {
        long before = THREADS.getTotalThreadAllocatedBytes();
        var answer = service.post(GRADIENTS, "{'expression': '9^9^9^9'}");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(service.tree(answer).get("value").stringValue()).isEqualTo("Infinity");
        assertThat(THREADS.getTotalThreadAllocatedBytes() - before).isLessThan(4L * MIB);
    }

    /// Nothing of what was refused stays.
    @Test
    void heapIsFlat() {
        var body = "{\"expression\":\"" + "(".repeat(900_000) + "\"}";
        service.post(GRADIENTS, body);
        long before = used();
        for (int i = 0; i < 40; i++) {
            service.post(GRADIENTS, body);
        }
        assertThat(used() - before).isLessThan(8L * MIB);
    }

    private static long used() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    private void assertRefused(String path, String body, int status, String code, int mebibytes) {
        assertRefused(() -> service.post(path, body), status, code, mebibytes);
    }

    /// The second time counts: the first one also loads classes.
    private void assertRefused(Supplier<HttpResponse<String>> request, int status, String code, int mebibytes) {
        var answer = request.get();
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(service.tree(answer).get("code").stringValue()).isEqualTo(code);
        long before = THREADS.getTotalThreadAllocatedBytes();
        request.get();
        assertThat(THREADS.getTotalThreadAllocatedBytes() - before)
                .as("bytes allocated meanwhile")
                .isLessThan((long) mebibytes * MIB);
    }
}
