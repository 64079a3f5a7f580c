package io.chainrule.service.job;

/// Something has happened to a job that others may wait for.
///
/// @param isStop whether a client wants its worker to stop
public record Announcement(String job, boolean isStop) {

    static Announcement of(TrainingJob job) {
        boolean isStop = job.state() instanceof JobState.Cancelling || job.state() instanceof JobState.Pausing;
        return new Announcement(job.id(), isStop);
    }
}
