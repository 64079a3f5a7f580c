package io.chainrule.service.job.repetition;

import io.chainrule.service.store.Stores;
import java.time.Clock;
import java.time.Duration;

/// First answers that are kept for a day in a real database, for tests.
public final class DayOfAnswers {

    private DayOfAnswers() {}

    public static FirstAnswers in(Stores stores, Clock clock) {
        return new FirstAnswers(
                stores.keptAnswers(), new AnswerRetention(Duration.ofDays(1)), stores.transaction(), clock);
    }
}
