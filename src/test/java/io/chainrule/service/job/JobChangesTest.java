package io.chainrule.service.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

class JobChangesTest {

    private static final Duration LONG = Duration.ofSeconds(20);
    private static final Duration NO_TIME = Duration.ZERO;

    private final JobChanges changes = new JobChanges();

    @Test
    void changeBeforeTheWaitIsNotMissed() throws InterruptedException {
        try (var watch = changes.watch("job_1");
                var other = changes.watch("job_2")) {
            changes.tell("job_1");
            changes.tell("job_1");
            assertThat(watch.await(LONG)).isTrue();
            assertThat(watch.await(NO_TIME)).isFalse();
            assertThat(other.await(NO_TIME)).isFalse();
        }
    }

    @Test
    void everyWatcherIsWoken() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor();
                var one = changes.watch("job_1");
                var two = changes.watch("job_1")) {
            var first = threads.submit(() -> one.await(LONG));
            var second = threads.submit(() -> two.await(LONG));
            changes.tell("job_1");
            assertThat(first.get()).isTrue();
            assertThat(second.get()).isTrue();
        }
    }

    @Test
    void severalJobsCanBeWatchedAtOnce() throws InterruptedException {
        var watch = changes.watch(List.of("job_1", "job_2"));
        for (var job : List.of("job_2", "job_1")) {
            changes.tell(job);
            assertThat(watch.await(LONG)).isTrue();
        }
        watch.close();
        changes.tell("job_2");
        assertThat(watch.await(NO_TIME)).isFalse();
    }

    @Test
    void nobodyWaitsAfterTheEnd() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor();
                var watch = changes.watch("job_1")) {
            var waiting = threads.submit(() -> watch.await(LONG));
            changes.close();
            assertThat(waiting.get()).isFalse();
            assertThat(watch.await(LONG)).isFalse();
            assertThat(watch.isOver()).isTrue();
        }
    }
}
