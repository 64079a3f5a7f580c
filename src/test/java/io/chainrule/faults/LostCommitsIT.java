package io.chainrule.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The checker sees acknowledged jobs that are gone: H2 loses them if it may write late, as it does by default.
@Tag("everything")
class LostCommitsIT {

    private static final int MOST_KILLS = 20;
    private static final int MANY = 10_000;
    private static final String LATE = "spring.datasource.url=jdbc:h2:file:%s/chainrule;DB_CLOSE_ON_EXIT=FALSE";

    @TempDir
    Path directory;

    private final Counts counts = Counts.ofThisRun();
    private final Random random = new Random(counts.seed());

    @Test
    void checkerSeesWhatALateWriterLoses() {
        int kills = 0;
        long lost = 0;
        while (lost == 0 && kills < MOST_KILLS) {
            var verdict = verdictOn(directory.resolve("kill" + ++kills));
            lost = verdict.count(Verdict.Kind.LOST);
            System.out.printf("H2's default WRITE_DELAY: kills=%d %s seed=%d%n", kills, verdict.line(), counts.seed());
        }
        assertThat(lost).isPositive();
    }

    private Verdict verdictOn(Path folder) {
        try (var driver = new Driver(folder, MANY, LATE.formatted(folder.resolve("data")))) {
            driver.start();
            driver.workload(random);
            ServiceProcess.pause(Duration.ofSeconds(2)); // the dataset is to be there
            driver.keepBusyWhile(() -> {
                ServiceProcess.pause(Duration.ofMillis(1500));
                driver.kill();
            });
            return Checker.check(driver.data(), driver.record());
        }
    }
}
