package io.chainrule.learning.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/// What a decision boundary takes from the heap for each point of its grid.
class GridMemoryTest {

    private static final int OF_THE_PROCESS = 24; // MiB

    @Test
    void gridTellsTheBytesOfItsPoints() {
        assertThat(GridSpec.of("512").bytes(10)).isEqualTo(512 * 512 * 16);
        assertThat(GridSpec.of("512").withAllProbabilities().bytes(10)).isEqualTo(512 * 512 * (16 + 8 * 10));
    }

    @Test
    void largestGridFitsIntoTheBytesThatItTells() throws IOException, InterruptedException {
        long bytes = LargestGrid.SPEC.bytes(LargestGrid.CLASSES);
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var process = new ProcessBuilder(
                        java,
                        "-Xmx%dm".formatted(OF_THE_PROCESS + (bytes >> 20)),
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        LargestGrid.class.getName())
                .redirectErrorStream(true)
                .start();
        var told = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(told).isZero();
        assertThat(told).contains("512 x 512 x 10");
    }
}
