package io.chainrule.service.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class CompanyTest {

    private final Company company = new Company();

    private CompletableFuture<Company.Seat> waiting(boolean isLastTry) {
        return CompletableFuture.supplyAsync(() -> company.admit(isLastTry));
    }

    /// Long enough to be admitted, if it were.
    private static void assertWaits(CompletableFuture<Company.Seat> waiting) throws InterruptedException {
        Thread.sleep(50);
        assertThat(waiting).isNotDone();
    }

    private static Company.Seat admitted(CompletableFuture<Company.Seat> waiting) {
        return waiting.orTimeout(5, TimeUnit.SECONDS).join();
    }

    @Test
    void othersTrainSideBySide() {
        var first = company.admit(false);
        var second = company.admit(false);
        first.close();
        second.close();
    }

    @Test
    void lastTryWaitsUntilTheOthersHaveSurvivedAndOthersWaitForIt() throws InterruptedException {
        var other = company.admit(false);
        var lastTry = waiting(true);
        assertWaits(lastTry);
        other.close();
        var alone = admitted(lastTry);
        var next = waiting(false);
        assertWaits(next);
        alone.close();
        alone.close();
        admitted(next).close();
        admitted(waiting(true)).close();
    }
}
