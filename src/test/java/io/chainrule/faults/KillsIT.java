package io.chainrule.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.chainrule.faults.Recording.Killed;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `kill -9` at random instants, while the service starts, answers and trains: what it has acknowledged is there, and
/// every job ends as if nothing had happened.
class KillsIT {

    private static final int IN_FLIGHT = 50;

    /// A checkpoint is due every second, and a write every half; the rest is for a busy machine.
    private static final Duration CHECKPOINT_INTERVAL = Duration.ofSeconds(5);

    private static final int MOST_MILLISECONDS = 2500;
    private static final int UNTIL_CHECKPOINT = 1000;

    /// So that some die while the file is made smaller.
    private static final String OFTEN_COMPACTED = "chainrule.storage.compaction=100ms";

    @TempDir
    Path directory;

    private final Counts counts = Counts.ofThisRun();
    private final Random random = new Random(counts.seed());
    private boolean wasEarly;

    @Test
    void killedServiceLosesNothing() {
        try (var driver = new Driver(directory, IN_FLIGHT, OFTEN_COMPACTED)) {
            driver.start();
            driver.workload(random);
            driver.keepBusyWhile(() -> {
                for (int kill = 1; kill <= counts.kills(); kill++) {
                    killSometime(driver);
                }
                driver.start();
            });
            driver.awaitEnds(Duration.ofMinutes(5));
            driver.terminate();

            var record = driver.record();
            var verdict = Checker.check(driver.data(), record);
            var lostWork = LostWork.most(record);
            long kills = record.stream().filter(Killed.class::isInstance).count();
            System.out.printf(
                    "kills=%d %s seed=%d lostWork=%.2fs%n",
                    kills, verdict.line(), counts.seed(), lostWork.toMillis() / 1e3);
            assertThat(verdict.isClean()).as(verdict.toString()).isTrue();
            assertThat(kills).isEqualTo(counts.kills());
            assertThat(lostWork).isBetween(Duration.ofMillis(1), CHECKPOINT_INTERVAL);
        }
    }

    /// One of eight dies before it answers. Never do two in a row die before a checkpoint is due: with a
    /// death that came right after the job was claimed, that would be the three that look like a job that
    /// kills its worker.
    private void killSometime(Driver driver) {
        boolean mayBeEarly = !wasEarly;
        wasEarly = mayBeEarly && random.nextInt(8) == 0;
        long milliseconds = random.nextInt(MOST_MILLISECONDS);
        if (wasEarly) {
            driver.launch();
        } else {
            driver.start();
            wasEarly = mayBeEarly && milliseconds < UNTIL_CHECKPOINT;
            if (!mayBeEarly) {
                milliseconds += UNTIL_CHECKPOINT;
            }
        }
        ServiceProcess.pause(Duration.ofMillis(milliseconds));
        driver.kill();
    }
}
