package io.chainrule.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The same request, sent by many at once because nobody knows whether it has come, makes one job.
class RepeatedPostIT {

    private static final int AT_ONCE = 100;

    @TempDir
    Path directory;

    private final Counts counts = Counts.ofThisRun();

    @Test
    void requestsWithOneKeyMakeOneJob() throws InterruptedException {
        try (var driver = new Driver(directory, 0);
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            driver.start();
            var job = driver.workload(new Random(counts.seed())).shortOne();
            Callable<Client.Answer> post = () -> accepted(driver.client(), job);
            var answers = threads
                    .invokeAll(IntStream.range(0, AT_ONCE).mapToObj(_ -> post).toList())
                    .stream()
                    .map(Future::resultNow)
                    .toList();
            driver.awaitEnds(Duration.ofMinutes(1));
            long jobs =
                    driver.counts().values().stream().mapToLong(Long::longValue).sum();
            driver.terminate();
            long ids = answers.stream()
                    .map(answer -> answer.json().get("id").stringValue())
                    .distinct()
                    .count();
            long replayed = answers.stream()
                    .filter(answer -> answer.response()
                            .headers()
                            .firstValue("Idempotency-Replayed")
                            .isPresent())
                    .count();
            System.out.printf("posts=%d jobs=%d ids=%d replayed=%d%n", AT_ONCE, jobs, ids, replayed);
            assertThat(jobs).isOne();
            assertThat(ids).isOne();
            assertThat(replayed).isEqualTo(AT_ONCE - 1);
        }
    }

    /// Whoever comes while the first is still at work is asked to come again.
    static Client.Answer accepted(Client client, String job) {
        for (int attempt = 1; attempt < 100; attempt++) {
            var answer =
                    client.post(Client.JOBS, job, "Idempotency-Key", "faults-1").orElseThrow();
            if (answer.status() == 202) {
                return answer;
            }
            assertThat(answer.status()).as("%s", answer.body()).isEqualTo(409);
            ServiceProcess.pause(Duration.ofMillis(50));
        }
        throw new IllegalStateException("Nobody accepts it");
    }
}
