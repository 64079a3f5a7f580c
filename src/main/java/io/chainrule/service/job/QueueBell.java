package io.chainrule.service.job;

/// Wakes the queues of the other processes that share the database: one of them may have a free worker.
public interface QueueBell {

    /// Where a process is alone, there is nobody to wake.
    QueueBell NONE = () -> {};

    /// To be called once jobs that wait are committed. A ring that is lost costs the time until the next poll.
    void ring();
}
