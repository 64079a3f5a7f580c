package io.chainrule.service.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.chainrule.service.store.OnEveryDatabase;
import io.chainrule.service.store.Vendor;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;

/// What waits is taken up as soon as any worker is free.
@OnEveryDatabase
class BusyQueueTest {

    private static final int SHORT_ONES = 8;

    @Parameter
    Vendor vendor;

    @TempDir
    Path directory;

    /// The poll, which would find them too, comes too seldom to be of help.
    @Test
    void oneFreeWorkerOfThreeTakesJobAfterJob() {
        try (var service = JobService.start(vendor, directory, "chainrule.jobs.parallel=3", "chainrule.jobs.poll=1h")) {
            var dataset =
                    service.datasets().save(Examples.twoSides("two-sides")).id();
            var longOnes = IntStream.range(0, 2)
                    .mapToObj(_ -> service.jobs().submit(Examples.spec(JobServiceTest.LONG.formatted(dataset))))
                    .toList();
            longOnes.forEach(job -> service.awaitState(job.id(), "running"));
            var shortOnes = IntStream.range(0, SHORT_ONES)
                    .mapToObj(_ -> service.jobs().submit(Examples.spec(dataset, 2)))
                    .toList();
            long began = System.nanoTime();
            shortOnes.forEach(job -> service.awaitState(job.id(), "succeeded"));
            assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(5));
            for (var job : longOnes) {
                service.jobs().cancel(job.id());
                service.awaitState(job.id(), "cancelled");
            }
        }
    }
}
