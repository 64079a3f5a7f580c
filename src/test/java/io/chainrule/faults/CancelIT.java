package io.chainrule.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A cancel is prompt and final, also when the job is about to end.
class CancelIT {

    private static final int LONG_ONES = 5;

    @TempDir
    Path directory;

    private final Counts counts = Counts.ofThisRun();
    private final Random random = new Random(counts.seed());
    private int cancelled;
    private Duration longest = Duration.ZERO;

    @Test
    void cancelIsPromptAndFinal() {
        try (var driver = new Driver(directory, 0, "chainrule.jobs.parallel=1")) {
            driver.start();
            var workload = driver.workload(random);
            for (int i = 0; i < LONG_ONES; i++) {
                cancelLongOnes(driver, workload);
            }
            for (int i = 0; i < counts.races(); i++) {
                race(driver, workload.shortOne());
            }
            driver.awaitEnds(Duration.ofMinutes(1));
            driver.terminate();
            var verdict = Checker.check(driver.data(), driver.record());
            System.out.printf(
                    "races=%d cancelled=%d %s seed=%d slowestCancel=%dms%n",
                    counts.races(), cancelled, verdict.line(), counts.seed(), longest.toMillis());
            assertThat(verdict.isClean()).as(verdict.toString()).isTrue();
            assertThat(cancelled).isBetween(1, counts.races() - 1);
            assertThat(longest).isLessThan(Duration.ofSeconds(1));
        }
    }

    private void cancelLongOnes(Driver driver, Workload workload) {
        var running = driver.post(workload.endless());
        driver.await("running", 1, Duration.ofSeconds(10));
        var queued = driver.post(workload.endless());
        assertThat(cancel(driver, queued)).isEqualTo("cancelled");
        long began = System.nanoTime();
        assertThat(cancel(driver, running)).isIn("cancelling", "cancelled");
        while (!driver.state(running).equals("cancelled")) {
            ServiceProcess.pause(Duration.ofMillis(2));
        }
        var took = Duration.ofNanos(System.nanoTime() - began);
        longest = took.compareTo(longest) > 0 ? took : longest;
    }

    private static String cancel(Driver driver, String id) {
        return driver.client()
                .post(Client.JOBS + "/" + id + "/cancel")
                .orElseThrow()
                .json()
                .get("state")
                .stringValue();
    }

    private void race(Driver driver, String job) {
        var id = driver.post(job);
        ServiceProcess.pause(Duration.ofMillis(random.nextInt(12)));
        var answer = driver.client().post(Client.JOBS + "/" + id + "/cancel").orElseThrow();
        cancelled += answer.status() == 202 ? 1 : 0;
    }
}
