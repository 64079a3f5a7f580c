package io.chainrule.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A stream of events that is cut again and again brings each event once, in order.
class EventsIT {

    @TempDir
    Path directory;

    private final Counts counts = Counts.ofThisRun();
    private final Random random = new Random(counts.seed());

    @Test
    void cutStreamHasNoGapAndNoRepetition() {
        try (var driver = new Driver(directory, 0)) {
            driver.start();
            var job = Client.JOBS + "/" + driver.post(driver.workload(random).endless());
            var reader = new EventReader(driver.client().address(job + "/events"));
            for (int cut = 1; cut <= counts.cuts(); cut++) {
                assertThat(reader.read(Duration.ofMillis(random.nextInt(300)))).isEqualTo(200);
                if (random.nextInt(10) == 0) {
                    driver.client().post(job + (random.nextBoolean() ? "/pause" : "/resume"));
                }
            }
            driver.client().post(job + "/cancel");
            while (reader.read(Duration.ofSeconds(20)) != 204) {
                ServiceProcess.pause(Duration.ofMillis(10));
            }
            driver.terminate();
            var verdict = Checker.check(driver.data(), driver.record());
            System.out.printf(
                    "cuts=%d events=%d %s seed=%d%n",
                    counts.cuts(), reader.ids().size(), verdict.line(), counts.seed());
            assertThat(verdict.isClean()).as(verdict.toString()).isTrue();
            assertThat(reader.ids())
                    .hasSizeGreaterThan(5)
                    .isEqualTo(LongStream.rangeClosed(1, reader.ids().size())
                            .boxed()
                            .toList());
        }
    }
}
