package io.chainrule.service.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.chainrule.service.access.WithoutKeys;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// What a killed process leaves is taken up by the next one.
@ExtendWith(WithoutKeys.class)
class KilledProcessTest {

    @TempDir
    Path directory;

    @Test
    void runningJobOfAKilledProcessStartsAgain() throws IOException, InterruptedException {
        var ids = runAndKill();
        try (var service = JobService.start(directory)) {
            var again = service.await(ids[1], job -> job.attempt() == 2);
            assertThat(again.state()).isInstanceOf(JobState.Running.class);
            assertThat(again.interruptions()).isEqualTo(1);
            service.jobs().cancel(ids[1]);
            service.awaitState(ids[1], "cancelled");

            var done = service.jobs().get(ids[0]);
            assertThat(done.state()).isInstanceOf(JobState.Succeeded.class);
            assertThat(service.jobs().history(ids[0]).orElseThrow().snapshot().size())
                    .isEqualTo(50);
            assertThat(service.models().read(done.result().orElseThrow().model()))
                    .isPresent();
        }
    }

    private String[] runAndKill() throws IOException, InterruptedException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        var process = new ProcessBuilder(
                        java,
                        "-XX:TieredStopAtLevel=1", // starts sooner
                        "-XX:+UseSerialGC",
                        "-cp",
                        classPath,
                        KilledProcess.class.getName(),
                        directory.toString())
                .redirectErrorStream(true)
                .start();
        try (var output = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            var log = new StringBuilder();
            for (var line = output.readLine(); line != null; line = output.readLine()) {
                if (line.startsWith("running ")) {
                    return line.substring("running ".length()).split(" ");
                }
                log.append(line).append('\n');
            }
            throw new IllegalStateException("The process ended by itself:\n" + log);
        } finally {
            process.destroyForcibly().waitFor();
        }
    }
}
