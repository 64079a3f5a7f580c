package io.chainrule.service.job;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Gives jobs to workers.
@Component
class JobClaims {

    private final JobFiles files;
    private final Unclean unclean;

    JobClaims(JobFiles files, Unclean unclean) {
        this.files = files;
        this.unclean = unclean;
    }

    /// Whether a job is given up if its next worker dies.
    boolean isLastTry(String id) {
        return files.store()
                .find(id)
                .filter(job -> job.course().claims().isLastTry(job.state() instanceof JobState.Running))
                .isPresent();
    }

    /// A job that waits, or whose worker is gone, is taken up. One that was to stop comes to rest.
    ///
    /// @return the job, claimed by a new attempt; empty if there is nothing to do
    Optional<TrainingJob> claim(String id) {
        return files.atOnce(() -> files.store().lock(id).map(this::claimed));
    }

    /// Lets go of a job's entry in the queue, or keeps it if the job has been queued again meanwhile.
    void release(String id, Runnable keep, Runnable remove) {
        files.transaction().executeWithoutResult(_ -> {
            boolean queued = files.store()
                    .lock(id)
                    .filter(job -> job.state() instanceof JobState.Queued)
                    .isPresent();
            (queued ? keep : remove).run();
        });
    }

    private @Nullable TrainingJob claimed(TrainingJob found) {
        var now = files.clock().instant();
        return switch (found.state()) {
            case JobState.Queued _ -> takeUp(found, now);
            case JobState.Running _ -> {
                var orphan = files.journal().write(found, orphaned(found, now));
                yield orphan.state() instanceof JobState.Queued ? takeUp(orphan, now) : null;
            }
            case JobState.Pausing _ -> layDown(found, found.parked(now));
            case JobState.Cancelling _ -> layDown(found, found.stopped(now));
            case JobState.Paused _, JobState.Succeeded _, JobState.Failed _, JobState.Cancelled _ -> null;
        };
    }

    private TrainingJob orphaned(TrainingJob found, Instant now) {
        return unclean.wasLeft(found.id(), found.attempt()) ? found.left(now) : found.orphaned(now);
    }

    private TrainingJob takeUp(TrainingJob found, Instant now) {
        return files.journal().write(found, found.claimed(now));
    }

    private @Nullable TrainingJob layDown(TrainingJob found, TrainingJob rested) {
        files.journal().write(found, rested);
        return null;
    }
}
