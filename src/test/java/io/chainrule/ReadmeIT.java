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
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/// The quick start of the README says what happens: its commands are run and their output compared.
///
/// In a `console` block a line that starts with `$` is a command, the lines below it are its output; `…` stands for
/// anything. Commands run in order against one fresh service, from the project's folder.
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class ReadmeIT {

    private static final Pattern BLOCK = Pattern.compile("```console\\n(.*?)```", Pattern.DOTALL);

    @TempDir
    static Path data;

    @LocalServerPort
    private int port;

    @DynamicPropertySource
    static void freshDataDirectory(DynamicPropertyRegistry registry) {
        registry.add("chainrule.data-directory", () -> data.resolve("chainrule").toString());
    }

    private record Example(String command, String output) {}

    @TestFactory
    List<DynamicTest> commandsOfTheReadmePrintWhatItShows() throws IOException {
        var examples = examples(Files.readString(Path.of("README.md")));
        assertThat(examples).hasSizeGreaterThan(4);
        return examples.stream()
                .map(example -> DynamicTest.dynamicTest(example.command(), () -> assertPrints(example)))
                .toList();
    }

    private void assertPrints(Example example) throws Exception {
        assumeThat(run("command -v curl")).as("needs curl on the PATH").isNotBlank();
        var command = example.command().replace("localhost:8080", "127.0.0.1:" + port);
        assertThat(run(command).strip()).matches(pattern(example.output()));
    }

    private static Pattern pattern(String output) {
        var parts = List.of(output.strip().split("…", -1));
        return Pattern.compile(
                String.join(".*", parts.stream().map(Pattern::quote).toList()), Pattern.DOTALL);
    }

    private static String run(String command) throws IOException, InterruptedException {
        var process = new ProcessBuilder("sh", "-c", command)
                .redirectErrorStream(true)
                .start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).as(command).isTrue();
        return output;
    }

    private static List<Example> examples(String readme) {
        var examples = new ArrayList<Example>();
        for (var matcher = BLOCK.matcher(readme); matcher.find(); ) {
            for (var part : ("\n" + matcher.group(1)).split("\n\\$ ")) {
                if (!part.isBlank()) {
                    examples.add(example(part));
                }
            }
        }
        return examples;
    }

    /// A command goes on in the next line after a backslash.
    private static Example example(String part) {
        int end = part.indexOf('\n');
        while (end > 0 && part.charAt(end - 1) == '\\') {
            end = part.indexOf('\n', end + 1);
        }
        return new Example(part.substring(0, end), part.substring(end + 1));
    }
}
