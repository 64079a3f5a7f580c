package io.chainrule;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Types for TypeScript are generated from the committed document, and a program that uses them passes the compiler at
/// its strictest. `./mvnw -Pclients verify` runs it; it needs `npm`, and the registry that it takes its packages from.
@Tag("everything")
class TypeScriptClientIT {

    private static final Path PROGRAM = Path.of("src/test/typescript");
    private static final Path WORKSHOP = Path.of("target/typescript");

    @Test
    void generatedClientTypeChecks() throws Exception {
        Files.createDirectories(WORKSHOP);
        try (var files = Files.list(PROGRAM)) {
            for (var file : files.toList()) {
                Files.copy(file, WORKSHOP.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        run("npm", "install", "--no-audit", "--no-fund", "--ignore-scripts");
        run("npm", "run", "check");
        assertThat(WORKSHOP.resolve("api.d.ts")).content().contains("export interface paths");
    }

    private static void run(String... command) throws IOException, InterruptedException {
        var log = WORKSHOP.resolve(String.join("-", command).replaceAll("[^a-z-]", "") + ".log");
        var process = new ProcessBuilder(command)
                .directory(WORKSHOP.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        assertThat(process.waitFor(5, TimeUnit.MINUTES))
                .as(String.join(" ", command))
                .isTrue();
        assertThat(process.exitValue()).as(Files.readString(log)).isZero();
    }
}
