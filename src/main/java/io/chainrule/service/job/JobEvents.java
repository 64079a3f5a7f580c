package io.chainrule.service.job;

import java.util.List;

/// Where events are kept. The first of a job has number 1, and there are no gaps.
public interface JobEvents {

    /// Adds events in the transaction that makes them true.
    ///
    /// @param first the number of the first
    void append(String job, long first, List<JobEvent> events);

    /// The events after one, in order.
    List<NumberedEvent> after(String job, long number, int most);

    /// An event and its number.
    record NumberedEvent(long number, JobEvent event) {}
}
