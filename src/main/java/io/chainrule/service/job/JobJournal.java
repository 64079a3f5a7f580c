package io.chainrule.service.job;

import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// The one way in which stored jobs change: each change is fenced, leaves an event for everything that has
/// happened, and is told to whoever waits for it once it is committed.
@Component
class JobJournal {

    private final TrainingJobStore store;
    private final JobEvents events;
    private final Hearing hearing;
    private final Announcements announcements;
    private final JobMeters meters;

    JobJournal(
            TrainingJobStore store, JobEvents events, Hearing hearing, Announcements announcements, JobMeters meters) {
        this.store = store;
        this.events = events;
        this.hearing = hearing;
        this.announcements = announcements;
        this.meters = meters;
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
        if (!news.isEmpty()) {
            announce(Announcement.of(job));
        }
        afterCommit(() -> meters.count(before, job));
        return job;
    }

    private void announce(Announcement announcement) {
        announcements.send(announcement);
        afterCommit(() -> hearing.hear(announcement));
    }

    private static void afterCommit(Runnable news) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                news.run();
            }
        });
    }
}
