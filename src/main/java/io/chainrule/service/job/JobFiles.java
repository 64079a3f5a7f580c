package io.chainrule.service.job;

import java.time.Clock;
import java.util.Objects;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// All that a worker reads and writes about a job.
@Component
record JobFiles(
        TrainingJobStore store,
        JobJournal journal,
        Checkpoints checkpoints,
        Frames frames,
        Models models,
        TransactionTemplate transaction,
        Clock clock) {

    /// Does something in one transaction, or not at all.
    <T> T atOnce(Supplier<T> writing) {
        return Objects.requireNonNull(transaction.execute(_ -> writing.get()));
    }
}
