package io.chainrule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/// The programs among the sample data do what they say: `train.py` where Python has `requests` and `pandas`, and every
/// call of `requests.http`.
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class SampleScriptIT {

    private static final Pattern CALL =
            Pattern.compile("(GET|POST) \\{\\{host}}(\\S+)\\R((?:[\\w-]+: .*\\R)*)(?:\\R([^#]*))?");

    @TempDir
    static Path data;

    @LocalServerPort
    private int port;

    @DynamicPropertySource
    static void freshDataDirectory(DynamicPropertyRegistry registry) {
        registry.add("chainrule.data-directory", () -> data.resolve("chainrule").toString());
    }

    @Test
    void scriptTrainsAndShowsItsHistory() throws Exception {
        var python = python();
        assumeThat(python).as("no Python here has both requests and pandas").isNotEmpty();
        assertThat(run(python.getFirst(), "sample-data/train.py", address()))
                .contains("succeeded", "trainLoss", "trainAccuracy", "early", "late")
                .doesNotContain("Traceback");
    }

    @Test
    void everyCallOfTheRequestsFileSucceeds() throws Exception {
        var calls = CALL.matcher(Files.readString(Path.of("sample-data/requests.http")));
        int count = 0;
        while (calls.find()) {
            var command = new ArrayList<>(List.of("curl", "-s", "-o", "/dev/null", "-w", "%{http_code}"));
            command.addAll(List.of("-X", calls.group(1), address() + calls.group(2)));
            calls.group(3).lines().forEach(header -> command.addAll(List.of("-H", header)));
            if (calls.group(4) != null && calls.group(1).equals("POST")) {
                command.addAll(List.of("--data-binary", calls.group(4).strip()));
            }
            assertThat(run(command.toArray(String[]::new))).as(calls.group()).startsWith("20");
            count++;
        }
        assertThat(count).isGreaterThan(20);
    }

    private String address() {
        return "http://127.0.0.1:" + port;
    }

    private static List<String> python() throws IOException, InterruptedException {
        for (var python : List.of("python3", "/usr/bin/python3", "python")) {
            if (run("sh", "-c", python + " -c 'import requests, pandas' && echo has both")
                    .contains("has both")) {
                return List.of(python);
            }
        }
        return List.of();
    }

    private static String run(String... command) throws IOException, InterruptedException {
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS))
                .as(String.join(" ", command))
                .isTrue();
        return output;
    }
}
