package io.chainrule.learning.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/// A specification, a dataset and a seed determine every bit, whoever computes it and when.
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SameBitsTest {

    /// Where there is no instruction for `fma`, the JDK computes it with `BigDecimal`. That takes ten
    /// seconds, goes on while the other tests run, and is looked at last.
    private static Process withoutFusedInstructions;

    @BeforeAll
    static void startTheSlowest() throws IOException {
        withoutFusedInstructions = start("-XX:UseAVX=0", "-XX:TieredStopAtLevel=1");
    }

    /// The interpreter keeps to the letter of the arithmetic; compiled code has to do the same.
    @Test
    void interpreterAndCompiledCodeGiveTheSameBits() throws IOException, InterruptedException {
        var interpreted = inProcess("-Xint");
        Map<String, String> hot = Map.of();
        for (int i = 0; i < 20; i++) {
            hot = SeenBits.all();
        }
        assertThat(interpreted).hasSize(6).isEqualTo(hot);
    }

    /// The other processes run without the Vector API; this one has it.
    @Test
    void vectorsGiveTheSameBits() throws IOException, InterruptedException {
        assertThat(ModuleLayer.boot().findModule("jdk.incubator.vector")).isPresent();
        assertThat(inProcess("--add-modules=jdk.incubator.vector"))
                .hasSize(6)
                .isEqualTo(SeenBits.all())
                .isEqualTo(inProcess());
    }

    @Test
    void threadsThatTrainBesideEachOtherDoNotMatter() throws InterruptedException, ExecutionException {
        var alone = SeenBits.all();
        try (var threads = Executors.newFixedThreadPool(4)) {
            for (var beside : threads.invokeAll(List.of(SeenBits::all, SeenBits::all, SeenBits::all, SeenBits::all))) {
                assertThat(beside.get()).isEqualTo(alone);
            }
        }
    }

    @Test
    @Order(Integer.MAX_VALUE)
    void otherInstructionsGiveTheSameBits() throws IOException, InterruptedException {
        assertThat(bitsOf(withoutFusedInstructions)).hasSize(6).isEqualTo(SeenBits.all());
    }

    private static Map<String, String> inProcess(String... options) throws IOException, InterruptedException {
        return bitsOf(start(options));
    }

    private static Process start(String... options) throws IOException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(options));
        command.add("-cp");
        command.add(System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")));
        command.add(SeenBits.class.getName());
        return new ProcessBuilder(command).redirectErrorStream(true).start();
    }

    private static Map<String, String> bitsOf(Process process) throws IOException, InterruptedException {
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        return SeenBits.read(output);
    }
}
