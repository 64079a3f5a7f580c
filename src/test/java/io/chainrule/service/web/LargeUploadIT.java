package io.chainrule.service.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.chainrule.ChainruleApplication;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The largest dataset there may be, in a process of its own with a heap of 512 MiB.
class LargeUploadIT {

    private static final int MOST_BYTES = 32 << 20;
    private static final int MOST_ROWS = 200_000;
    private static final Pattern PORT = Pattern.compile("Tomcat started on port (\\d+)");
    private static final JsonMapper JSON = new JsonMapper();
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @TempDir
    private static Path folder;

    private static Process service;
    private static String address;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        var log = folder.resolve("log").toFile();
        service = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "-XX:TieredStopAtLevel=1", // starts sooner
                        "-XX:+ExitOnOutOfMemoryError",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ChainruleApplication.class.getName(),
                        "--server.port=0",
                        "--chainrule.samples=false",
                        "--chainrule.data-directory=" + folder.resolve("data"))
                .redirectErrorStream(true)
                .redirectOutput(log)
                .start();
        for (int tenths = 0; tenths < 1_800 && service.isAlive(); tenths++) {
            var port = PORT.matcher(Files.readString(log.toPath()));
            if (port.find()) {
                address = "http://127.0.0.1:" + port.group(1) + "/v1/datasets";
                return;
            }
            Thread.sleep(100);
        }
        throw new AssertionError(Files.readString(log.toPath()));
    }

    @AfterAll
    static void stop() throws InterruptedException {
        service.destroy();
        service.waitFor(30, TimeUnit.SECONDS);
    }

    @Test
    void thirtyTwoMebibytesOfTwoHundredThousandRowsAreStoredAndDescribed() throws Exception {
        var created = post(csv(MOST_ROWS, MOST_BYTES));
        assertThat(created.statusCode()).as(created.body()).isEqualTo(201);
        var dataset = JSON.readTree(created.body());
        assertThat(dataset.get("examples").intValue()).isEqualTo(MOST_ROWS);
        assertThat(dataset.get("features").size()).isEqualTo(18);

        var id = dataset.get("id").stringValue();
        var statistics = get("/" + id + "/statistics");
        assertThat(statistics.at("/columns/0/count").intValue()).isEqualTo(MOST_ROWS);
        assertThat(statistics.at("/correlations/columns").size()).isEqualTo(17);
        assertThat(get("/" + id + "/examples?pageSize=1").get("items").size()).isEqualTo(1);
    }

    @Test
    void oneRowMoreIsRefusedWithTheLimit() throws Exception {
        var refused = post(csv(MOST_ROWS + 1, MOST_BYTES));
        assertThat(refused.statusCode()).isEqualTo(422);
        var problem = JSON.readTree(refused.body());
        assertThat(problem.get("code").stringValue()).isEqualTo("dataset-invalid");
        assertThat(problem.get("detail").stringValue()).contains("at most 200000 rows");
    }

    @Test
    void oneByteMoreIsRefusedWithTheLimit() throws Exception {
        var refused = post(csv(MOST_ROWS, MOST_BYTES + 1));
        assertThat(refused.statusCode()).isEqualTo(413);
        var problem = JSON.readTree(refused.body());
        assertThat(problem.get("code").stringValue()).isEqualTo("body-too-large");
        assertThat(problem.get("limitBytes").intValue()).isEqualTo(MOST_BYTES);
    }

    /// Seventeen columns of numbers, one of texts that take what is left of the bytes, and a target.
    private static byte[] csv(int rows, int bytes) {
        var csv = new ByteArrayOutputStream(bytes);
        var header = new StringBuilder();
        for (int column = 0; column < 17; column++) {
            header.append('x').append(column).append(',');
        }
        csv.writeBytes((header + "note,label\n").getBytes(StandardCharsets.US_ASCII));
        for (int row = 0; row < rows; row++) {
            int length = (bytes - csv.size()) / (rows - row);
            csv.writeBytes(row(row, length).getBytes(StandardCharsets.US_ASCII));
        }
        assertThat(csv.size()).isEqualTo(bytes);
        return csv.toByteArray();
    }

    private static String row(int row, int length) {
        var text = new StringBuilder();
        for (int column = 0; column < 17; column++) {
            text.append((row * (column + 7) + column) % 9973).append(".5,");
        }
        text.append(row);
        while (text.length() < length - 3) {
            text.append('n');
        }
        return text.append(row % 2 == 0 ? ",a\n" : ",b\n").toString();
    }

    private static HttpResponse<String> post(byte[] csv) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(address))
                .header("Content-Type", "text/csv")
                .POST(HttpRequest.BodyPublishers.ofByteArray(csv))
                .build();
        return CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private static JsonNode get(String path) throws IOException, InterruptedException {
        var answer = CLIENT.send(
                HttpRequest.newBuilder(URI.create(address + path)).build(), HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }
}
