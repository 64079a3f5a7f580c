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
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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

    /// Of a gigabyte no more is read than the limit: what else was sent until the answer came is on its way.
    @ParameterizedTest
    @CsvSource({
        "/v1/training-jobs, application/json, 1",
        "/v1/gradients, application/json, 32",
        "/v1/datasets, multipart/form-data; boundary=b, 32"
    })
    void endlessChunkedBodyIsAnsweredAtItsLimit(String path, String type, int limit) throws IOException {
        long before = THREADS.getTotalThreadAllocatedBytes();
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), service.port())) {
            socket.setSoTimeout(10_000);
            socket.setSendBufferSize(1 << 16);
            var out = socket.getOutputStream();
            var head = "POST " + path + " HTTP/1.1\r\nHost: a\r\nContent-Type: " + type
                    + "\r\nTransfer-Encoding: chunked\r\n\r\n";
            var part = "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"f\"\r\n\r\n";
            out.write((head + chunk(type.startsWith("multipart") ? part : " ")).getBytes(StandardCharsets.US_ASCII));
            var chunk = chunk(" ".repeat(1 << 16)).getBytes(StandardCharsets.US_ASCII);
            long sent = 0;
            while (sent < 1L << 30 && socket.getInputStream().available() == 0) {
                out.write(chunk);
                sent += chunk.length;
            }
            var status = new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII);
            assertThat(status).isEqualTo("HTTP/1.1 413");
            assertThat(sent).as("bytes sent until the answer").isLessThan((limit + 40L) * MIB);
        }
        assertThat(THREADS.getTotalThreadAllocatedBytes() - before).isLessThan((limit * 4L + 20) * MIB);
    }

    private static String chunk(String content) {
        return Integer.toHexString(content.length()) + "\r\n" + content + "\r\n";
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

    /// Names of variables, columns, classes and whatever else may be called as anybody likes.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "/v1/gradients | {\"expression\": {\"add\": [STRINGS]}, \"at\": {}}",
                "/v1/gradients | {\"expression\": \"x\", \"at\": {\"x\": 1}, \"wrt\": [STRINGS]}",
                "/v1/minimizations | {\"expression\": \"x\", \"start\": {\"x\": 1, PAIRS}}",
                "/v1/gradient-checks | {\"expression\": \"x\", \"claimed\": {\"x\": \"1\", PAIRS}}",
                "/v1/training-jobs | {\"dataset\": \"sample-x\", \"tags\": {PAIRS}}",
                "/v1/training-jobs | {\"dataset\": \"sample-x\", \"features\": [STRINGS]}",
                "/v1/experiments | {\"base\": {\"dataset\": \"sample-x\"}, \"grid\": {PAIRS}}",
                "/v1/datasets | {\"columns\": {PAIRS}}",
                "/v1/datasets | {\"rows\": [{PAIRS}]}",
                "/v1/datasets | {\"columns\": {\"y\": [STRINGS]}, \"task\": \"classification\"}",
            })
    void collidingNamesAreRefusedWhereverTheyStand(String path, String body) {
        var strings = IntStream.range(0, 20_000)
                .mapToObj(number -> "\"" + colliding(number) + "\"")
                .toList();
        var hostile =
                body.replace("STRINGS", String.join(",", strings)).replace("PAIRS", String.join(":1,", strings) + ":1");
        var answer = service.post(path, hostile);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(422);
        assertAllocates(() -> service.post(path, hostile), 192);
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

    @Test
    void deepNestingIsRefusedByEveryOperationThatTakesABody() {
        var operations = ApiDocument.read(service.get("/v3/api-docs").body()).operations().stream()
                .filter(operation -> operation.told().at("/requestBody/content").has("application/json"))
                .toList();
        assertThat(operations).hasSizeGreaterThanOrEqualTo(8);
        for (var operation : operations) {
            var path = operation.path().replace("{id}", "sample-x");
            for (var level : List.of("[", "{\"a\":", "{\"expression\":", "[{\"rows\":")) {
                assertRefused(path, level.repeat(10_000), 400, "malformed-json", 4);
            }
        }
    }

    /// A computer that took it at its word would write a thousand million digits.
    @Test
    void hugeExponentIsRefusedUncomputed() {
        assertRefused(GRADIENTS, "{\"expression\":\"1e999999999\"}", 422, "expression-syntax", 4);
        assertRefused(GRADIENTS, "{\"expression\":1e999999999}", 422, "expression-syntax", 4);
        assertRefused(GRADIENTS, "{\"expression\":\"x\",\"at\":{\"x\":1e999999999}}", 422, "invalid-spec", 4);
        assertRefused("/v1/training-jobs", "{\"dataset\":\"d\",\"epochs\":1e999999999}", 422, "invalid-spec", 4);
        assertRefused("/v1/datasets", "{\"columns\":{\"x\":[1,1e999999999],\"y\":[1,2]}}", 422, "dataset-invalid", 4);
        assertRefused("/v1/datasets", "{\"rows\":[{\"x\":1e999999999,\"y\":1}]}", 422, "dataset-invalid", 4);
        assertRefused(
                "/v1/minimizations", "{\"expression\":\"x\",\"start\":{\"x\":1e999999999}}", 422, "invalid-spec", 4);
        assertRefused(() -> service.get("/v1/training-jobs?pageSize=1e999999999"), 400, "invalid-parameter", 4);
    }

    @Test
    void hugeExponentInACellIsRefusedWithItsPlace() {
        var csv = service.request("/v1/datasets", "Content-Type", "text/csv")
                .POST(BodyPublishers.ofString("x,y\n1,a\n1e999999999,b\n"))
                .build();
        assertRefused(() -> service.send(csv), 422, "dataset-invalid", 4);
        assertThat(service.tree(service.send(csv)).at("/errors/0/row").intValue())
                .isEqualTo(2);
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
        assertAllocates(request, mebibytes);
    }

    private static void assertAllocates(Supplier<HttpResponse<String>> request, int mebibytes) {
        long before = THREADS.getTotalThreadAllocatedBytes();
        request.get();
        assertThat(THREADS.getTotalThreadAllocatedBytes() - before)
                .as("bytes allocated meanwhile")
                .isLessThan((long) mebibytes * MIB);
    }
}
