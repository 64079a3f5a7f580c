package io.chainrule.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A service that is told to end gives its running jobs back to the queue, and the next one goes on with them.
@Tag("everything")
class DrainIT {

    private static final int RUNNING = 16;

    /// Half a second on a machine that has nothing else to do.
    private static final Duration RESUMED = Duration.ofSeconds(10);

    @TempDir
    Path directory;

    private final Counts counts = Counts.ofThisRun();
    private final Random random = new Random(counts.seed());

    @Test
    void nextServiceGoesOnWithAllRunningJobs() {
        try (var driver = new Driver(directory, 0, "chainrule.jobs.parallel=" + RUNNING)) {
            driver.start();
            var workload = driver.workload(random);
            for (int i = 0; i < RUNNING; i++) {
                driver.post(workload.enduring());
            }
            driver.await("running", RUNNING, Duration.ofSeconds(20));
            ServiceProcess.pause(Duration.ofMillis(500));
            var took = driver.terminate();

            driver.start();
            long began = System.nanoTime();
            while (driver.counts().containsKey("queued")) {
                ServiceProcess.pause(Duration.ofMillis(20));
            }
            var resumed = Duration.ofNanos(System.nanoTime() - began);
            driver.awaitEnds(Duration.ofMinutes(5));
            assertThat(driver.counts()).isEqualTo(Map.of("succeeded", (long) RUNNING));
            driver.terminate();

            var verdict = Checker.check(driver.data(), driver.record());
            System.out.printf(
                    "drained=%d in %d ms, resumed within %d ms of readiness, %s seed=%d%n",
                    RUNNING, took.toMillis(), resumed.toMillis(), verdict.line(), counts.seed());
            assertThat(verdict.isClean()).as(verdict.toString()).isTrue();
            assertThat(took).isLessThan(Duration.ofSeconds(10));
            assertThat(resumed).isLessThan(RESUMED);
        }
    }
}
