package io.chainrule.service.job;

import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// The one way in which stored jobs change: each change is fenced, leaves an event for everything that has happened,
/// and
/// is told to whoever waits for it once it is committed.
@Component
class JobJournal {

    private final TrainingJobStore store;
    private final JobEvents events;
    private final JobChanges changes;
    private final StopSignals signals;

    JobJournal(TrainingJobStore store, JobEvents events, JobChanges changes, StopSignals signals) {
        this.store = store;
        this.events = events;
        this.changes = changes;
        this.signals = signals;
    }

    /// Keeps a new job, in a transaction of the caller.
    ///
    /// @return the job as it is kept
    TrainingJob open(TrainingJob draft) {
        var news = JobEvent.of(draft);
        var job = draft.withEvents(news.size());
        store.insert(job);
        events.append(job.id(), 1, news);
        return job;
    }

    /// Writes what has become of a job, in a transaction of the caller that has locked it.
    ///
    /// @return the job as it is kept
    /// @throws AttemptLostException if another attempt has claimed it since `before`
    TrainingJob write(TrainingJob before, TrainingJob after) {
        var news = JobEvent.between(before, after);
        var job = after.withEvents(before.events() + news.size());
        store.update(job, before.attempt());
        events.append(job.id(), before.events() + 1, news);
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                tell(job, news);
            }
        });
        return job;
    }

    private void tell(TrainingJob job, List<JobEvent> news) {
        if (job.state() instanceof JobState.Cancelling || job.state() instanceof JobState.Pausing) {
            signals.raise(job.id());
        }
        if (!news.isEmpty()) {
            changes.tell(job.id());
        }
    }
}
