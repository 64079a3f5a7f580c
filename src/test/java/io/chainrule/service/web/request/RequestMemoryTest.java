package io.chainrule.service.web.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chainrule.learning.specification.BudgetExceededException;
import io.chainrule.service.web.problem.ProblemCode;
import io.chainrule.service.web.problem.RefusedException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

class RequestMemoryTest {

    private static final int KIBIBYTE = 1024;

    private final RequestMemory memory = new RequestMemory(100 * KIBIBYTE, Duration.ofMillis(20));

    @Test
    void requestTakesAllThereIsAndNotAByteMore() {
        try (var loan = memory.lend()) {
            loan.take(100 * KIBIBYTE);
            assertThatThrownBy(() -> loan.take(1))
                    .asInstanceOf(InstanceOfAssertFactories.type(BudgetExceededException.class))
                    .returns(101L * KIBIBYTE, BudgetExceededException::estimate)
                    .returns(100L * KIBIBYTE, BudgetExceededException::limit);
        }
    }

    @Test
    void loanIsRaisedByWhatItLacks() {
        try (var loan = memory.lend()) {
            loan.take(60 * KIBIBYTE);
            loan.raiseTo(50 * KIBIBYTE);
            loan.raiseTo(100 * KIBIBYTE);
            assertThatThrownBy(() -> loan.raiseTo(101 * KIBIBYTE)).isInstanceOf(BudgetExceededException.class);
        }
    }

    @Test
    void whatOthersHoldIsRefusedAfterAWhile() {
        try (var other = memory.lend();
                var loan = memory.lend()) {
            other.take(60 * KIBIBYTE);
            loan.take(40 * KIBIBYTE);
            assertOverloaded(loan);
        }
        try (var loan = memory.lend()) {
            assertThatCode(() -> loan.take(100 * KIBIBYTE)).doesNotThrowAnyException();
        }
    }

    @Test
    void whoHoldsNothingWaitsUntilOthersAreAnswered() throws Exception {
        var patient = new RequestMemory(100 * KIBIBYTE, Duration.ofSeconds(10));
        var other = patient.lend();
        other.take(100 * KIBIBYTE);
        try (var loan = patient.lend()) {
            var waiting = CompletableFuture.runAsync(() -> loan.take(50 * KIBIBYTE));
            assertThat(waiting).isNotDone();
            other.close();
            assertThat(waiting).succeedsWithin(5, TimeUnit.SECONDS);
        }
    }

    /// Two that hold half each and want the other half would wait for each other.
    @Test
    void whoHoldsSomethingDoesNotWait() {
        var patient = new RequestMemory(100 * KIBIBYTE, Duration.ofHours(1));
        try (var other = patient.lend();
                var loan = patient.lend()) {
            other.take(50 * KIBIBYTE);
            loan.take(50 * KIBIBYTE);
            assertOverloaded(loan);
        }
    }

    @Test
    void whoRestsLendsNothingMeanwhileAndTakesAsMuchAgain() {
        var request = new MockHttpServletRequest();
        RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(request));
        try (var loan = memory.lend();
                var other = memory.lend()) {
            loan.bindTo(request);
            loan.take(60 * KIBIBYTE);
            RequestLoan.restWhile(() -> {
                try (var meanwhile = memory.lend()) {
                    meanwhile.take(100 * KIBIBYTE);
                }
            });
            other.take(40 * KIBIBYTE);
            assertOverloaded(other);
        } finally {
            RequestContextHolder.resetRequestAttributes();
        }
    }

    @Test
    void whoRestedIsRefusedWhatOthersHoldByThen() {
        var request = new MockHttpServletRequest();
        RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(request));
        try (var loan = memory.lend();
                var other = memory.lend()) {
            loan.bindTo(request);
            loan.take(60 * KIBIBYTE);
            assertThatThrownBy(() -> RequestLoan.restWhile(() -> other.take(50 * KIBIBYTE)))
                    .isInstanceOf(RefusedException.class);
        } finally {
            RequestContextHolder.resetRequestAttributes();
        }
    }

    @Test
    void whoNeedsLessFromNowOnGivesBackTheRest() {
        try (var loan = memory.lend();
                var other = memory.lend()) {
            loan.take(100 * KIBIBYTE);
            loan.keepOnly(20 * KIBIBYTE - 5);
            other.take(80 * KIBIBYTE);
            assertOverloaded(other);
            loan.keepOnly(1000 * KIBIBYTE);
            assertOverloaded(other);
        }
    }

    @Test
    void whatAQuestionTookIsFreeWhileItsAnswerIsWritten() {
        var large = new RequestMemory(100L << 20, Duration.ofMillis(20));
        try (var loan = large.lend();
                var other = large.lend()) {
            loan.take(100L << 20);
            loan.keepForAnswer();
            other.take(88L << 20);
            assertOverloaded(other);
        }
    }

    private static void assertOverloaded(RequestLoan loan) {
        assertThatThrownBy(() -> loan.take(1))
                .asInstanceOf(InstanceOfAssertFactories.type(RefusedException.class))
                .returns(ProblemCode.OVERLOADED, refused -> refused.problem().code());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/v1/gradients | true",
                "/v1/datasets/ds_1/statistics | true",
                "/v1/training-jobs/job_1/decision-boundary | true",
                "/v1/models/mdl_1/predictions | true",
                "/v1/training-jobs/job_1 | false",
                "/v1/training-jobs/job_1/events | false",
                "/v1/datasets | false",
                "/ | false",
            })
    void heavyWorkIsKnownByItsAddress(String path, boolean isHeavy) {
        assertThat(Demand.ofWork(path) > 0).isEqualTo(isHeavy);
    }

    @Test
    void treeOfSmallThingsIsEstimatedAsManyTimesItsText() {
        assertThat(Demand.ofTree("[{},{},{}]".getBytes(StandardCharsets.UTF_8))).isBetween(300L, 1_000L);
        assertThat(Demand.ofTree("[1.25,1.25,1.25]".getBytes(StandardCharsets.UTF_8)))
                .isBetween(100L, 300L);
        assertThat(Demand.ofTree("\"no structure\"".getBytes(StandardCharsets.UTF_8)))
                .isZero();
    }
}
