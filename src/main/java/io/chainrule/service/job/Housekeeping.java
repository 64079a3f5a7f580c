package io.chainrule.service.job;

import io.chainrule.service.access.Caller;
import io.chainrule.service.job.repetition.FirstAnswers;
import java.time.Clock;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/// Sweeps up: queues jobs whose entry was lost, and deletes what has been kept long enough.
@Component
class Housekeeping {

    private static final Logger LOG = LoggerFactory.getLogger(Housekeeping.class);
    private static final int AT_ONCE = 100;

    private final TrainingJobStore store;
    private final JobQueue queue;
    private final Retention retention;
    private final FirstAnswers answers;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Housekeeping(
            TrainingJobStore store,
            JobQueue queue,
            Retention retention,
            FirstAnswers answers,
            TransactionTemplate transaction,
            Clock clock) {
        this.store = store;
        this.queue = queue;
        this.retention = retention;
        this.answers = answers;
        this.transaction = transaction;
        this.clock = clock;
    }

    /// Jobs without an entry in the queue get one. A worker that is busy with one of them loses nothing, and one that
    /// finds nothing to do removes the entry.
    @Scheduled(fixedDelayString = "${chainrule.jobs.sweep:10s}")
    void requeue() {
        whenTheDatabaseIsThere(() -> {
            var lost = store.withoutQueueEntry();
            lost.forEach(job -> transaction.executeWithoutResult(_ -> requeue(job.id())));
            if (!lost.isEmpty()) {
                LOG.info("Queued {} jobs again whose queue entry was lost", lost.size());
            }
        });
    }

    /// Locked, so that two processes that sweep at once do not both add an entry.
    private void requeue(String id) {
        store.lock(id).ifPresent(queue::add);
    }

    @Scheduled(fixedDelayString = "${chainrule.retention.every:1m}")
    void forget() {
        whenTheDatabaseIsThere(() -> {
            answers.forgetOld();
            while (forgetSome(retention).size() == AT_ONCE) {
                LOG.debug("There is more to forget");
            }
        });
    }

    private List<String> forgetSome(Retention retention) {
        var old = store.finished(clock.instant().minus(retention.age()), retention.jobs(), AT_ONCE);
        old.forEach(id -> transaction.executeWithoutResult(_ -> store.delete(id)));
        return old;
    }

    private static void whenTheDatabaseIsThere(Runnable work) {
        try {
            Caller.service().run(work);
        } catch (DataAccessException | TransactionException away) {
            LOG.warn("The database is away, so this has to wait: {}", away.getMessage());
        }
    }
}
