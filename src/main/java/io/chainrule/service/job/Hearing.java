package io.chainrule.service.job;

import org.springframework.stereotype.Component;

/// What this process makes of announcements, whoever they come from: whoever waits for the job wakes up, and a worker
/// that is to stop looks at its job.
@Component
public class Hearing {

    private final JobChanges changes;
    private final StopSignals signals;

    Hearing(JobChanges changes, StopSignals signals) {
        this.changes = changes;
        this.signals = signals;
    }

    /// To be called when what is announced is committed.
    public void hear(Announcement announcement) {
        if (announcement.isStop()) {
            signals.raise(announcement.job());
        }
        changes.tell(announcement.job());
    }

    /// Something may have been announced while nobody listened.
    public void hearAll() {
        signals.raiseAll();
        changes.tellAll();
    }
}
