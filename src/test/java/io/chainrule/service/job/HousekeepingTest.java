package io.chainrule.service.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.chainrule.service.store.OnEveryDatabase;
import io.chainrule.service.store.Vendor;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;

@OnEveryDatabase
class HousekeepingTest {

    @Parameter
    Vendor vendor;

    @TempDir
    Path directory;

    private final List<String> requeued = new ArrayList<>();
    private Workshop shop;
    private String dataset;

    @BeforeEach
    void open() {
        shop = new Workshop(vendor, directory);
        dataset = shop.stores.datasets().save(Examples.twoSides("two-sides")).id();
    }

    @AfterEach
    void close() {
        shop.close();
    }

    private Housekeeping housekeeping(Retention retention) {
        return new Housekeeping(
                shop.stores.jobs(),
                job -> requeued.add(job.id()),
                retention,
                shop.answers(),
                shop.stores.transaction(),
                shop.clock);
    }

    @Test
    void jobWithoutAnEntryIsQueuedAgain() {
        var lost = shop.jobs.submit(Examples.spec(dataset, 5));
        var done = shop.jobs.submit(Examples.spec(dataset, 5));
        shop.work(done.id());
        housekeeping(new Retention(Duration.ofDays(1), 10)).requeue();
        assertThat(requeued).containsExactly(lost.id());
    }

    @Test
    void whatIsTooOldOrTooMuchIsForgottenButModelsStay() {
        var jobs = new ArrayList<TrainingJob>();
        for (int i = 0; i < 150; i++) {
            jobs.add(
                    shop.jobs.cancel(shop.jobs.submit(Examples.spec(dataset, 5)).id()));
            shop.clock.advance(Duration.ofHours(1));
        }
        var trained = shop.work(shop.jobs.submit(Examples.spec(dataset, 5)).id());
        housekeeping(new Retention(Duration.ofDays(1), 10)).forget();
        assertThat(shop.jobs.list(JobFilter.ALL, PageRequest.first(100)).items().stream()
                        .map(TrainingJob::id))
                .startsWith(trained.id())
                .hasSize(10);
        shop.clock.advance(Duration.ofDays(2));
        housekeeping(new Retention(Duration.ofDays(1), 10)).forget();
        assertThat(shop.jobs.list(JobFilter.ALL, PageRequest.first(9)).items()).isEmpty();
        assertThat(shop.stores.models().find(trained.result().orElseThrow().model()))
                .isPresent();
    }
}
