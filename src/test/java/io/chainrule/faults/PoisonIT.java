package io.chainrule.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A job whose every worker dies is given up after the third, and takes no other job with it.
@Tag("everything")
class PoisonIT {

    private static final int PARALLEL = 4;
    private static final int OTHERS = 10;
    private static final int MOST_STARTS = 10;

    @TempDir
    Path directory;

    private final Counts counts = Counts.ofThisRun();
    private final Random random = new Random(counts.seed());

    @Test
    void poisonIsGivenUpAndOthersSucceed() {
        try (var driver = new Driver(PoisonedService.class, directory, 0, "chainrule.jobs.parallel=" + PARALLEL)) {
            driver.start();
            var workload = driver.workload(random);
            for (int i = 0; i < OTHERS; i++) {
                driver.post(workload.longOne());
            }
            driver.client().post(Client.JOBS, workload.poison());
            int deaths = 0;
            while (!driver.outlivesItsJobs()) {
                assertThat(++deaths).isLessThan(MOST_STARTS);
            }
            assertThat(driver.counts()).isEqualTo(Map.of("failed", 1L, "succeeded", (long) OTHERS));
            driver.terminate();
            var verdict = Checker.check(driver.data(), driver.record());
            System.out.printf("poisonDeaths=%d %s seed=%d%n", deaths, verdict.line(), counts.seed());
            assertThat(verdict.isClean()).as(verdict.toString()).isTrue();
            assertThat(deaths).isEqualTo(3);
        }
    }
}
