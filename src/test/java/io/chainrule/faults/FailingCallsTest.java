package io.chainrule.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.chainrule.service.job.Examples;
import io.chainrule.service.job.TrainingJob;
import io.chainrule.service.job.Workshop;
import io.chainrule.service.store.OnEveryDatabase;
import io.chainrule.service.store.Vendor;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/// The n-th call of the database fails, for each n until a run has none that fails: the job ends as if it had not.
@OnEveryDatabase
class FailingCallsTest {

    private static final int MOST_TRIES = 5;

    @Parameter
    Vendor vendor;

    @TempDir
    Path directory;

    private final FailingCalls calls = new FailingCalls();

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void failureOfAnyCallIsSurvived(boolean isDoneFirst) {
        try (var shop = new Workshop(vendor, directory, calls::through, UnaryOperator.identity())) {
            var dataset =
                    shop.stores.datasets().save(Examples.twoSides("two-sides")).id();
            int n = 0;
            boolean isClean = false;
            while (n < Counts.ofThisRun().calls() && !isClean) {
                calls.fail(++n, isDoneFirst);
                var done = trained(shop, dataset);
                isClean = !calls.hasFailed();
                calls.fail(0, false);
                assertThat(done.result()).as("call %d: %s", n, done).isPresent();
            }
            var verdict = Checker.check(shop.stores, List.of());
            System.out.printf(
                    "%s calls=%d of which the last %s, %s%n",
                    vendor, n, isClean ? "was not made" : "failed", verdict.line());
            assertThat(verdict.isClean()).as(verdict.toString()).isTrue();
        }
    }

    /// Posts a job and works at it as often as a queue would: what has failed is tried again.
    private static TrainingJob trained(Workshop shop, String dataset) {
        var job = again(() -> shop.jobs.submit(Examples.spec(dataset, 6)));
        return again(() -> {
            var worked = shop.work(job.id(), () -> {
                shop.clock.advance(Duration.ofMillis(400));
                return false;
            });
            return again(() -> shop.jobs.get(worked.id()));
        });
    }

    private static TrainingJob again(java.util.function.Supplier<TrainingJob> work) {
        for (int i = 1; i < MOST_TRIES; i++) {
            try {
                return work.get();
            } catch (DataAccessException | TransactionException failed) {
                assertThat(failed).hasStackTraceContaining("call");
            }
        }
        return work.get();
    }
}
