package io.chainrule.service.job;

/// Wakes workers up for jobs; the truth about a job is in the job itself.
interface JobQueue {

    /// Queues a job in the transaction that makes it one for the queue, unless it is there already.
    void add(TrainingJob job);
}
