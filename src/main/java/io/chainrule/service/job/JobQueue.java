package io.chainrule.service.job;

/// Wakes workers up. The job row is the truth: an entry says nothing but which job to look at.
interface JobQueue {

    /// Adds an entry in the current transaction; workers hear of it when that is committed.
    void add(String job);
}
