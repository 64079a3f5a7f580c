package io.chainrule.service.job;

import io.chainrule.learning.training.History;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Where jobs and their histories are kept. Changes belong into a transaction that has locked the job.
public interface TrainingJobStore {

    void insert(TrainingJob job);

    Optional<TrainingJob> find(String id);

    /// Finds a job that nobody else can change until the transaction ends.
    Optional<TrainingJob> lock(String id);

    /// Writes what can change in a job.
    ///
    /// @param attempt the one that writes
    /// @throws AttemptLostException if it is not the stored one any more
    void update(TrainingJob job, int attempt);

    Page<TrainingJob> list(JobFilter filter, PageRequest request);

    /// How many jobs are in each state, in the order of [JobState#names]; states without jobs are left out.
    Map<String, Long> countByState(JobFilter filter);

    /// How many jobs are in a state.
    long count(String state);

    /// Since when the job has waited that waits for longest; empty if none does.
    Optional<Instant> waitingSince();

    /// A new job's place in the queue, where owners take turns: after the owner's own jobs, but before what others have
    /// queued in excess of their share.
    long nextTurn(String owner);

    /// The places of queued jobs by id; 1 is the next one. Jobs that have left the queue are left out.
    Map<String, Long> queuePositions(Collection<String> ids);

    /// Jobs that should be in the queue, or in the hands of a worker.
    List<TrainingJob> withoutQueueEntry();

    /// Jobs that came to an end before a time, or are not among the newest so many that did, but for samples;
    /// the oldest first, and not more than `most`.
    List<String> finished(Instant before, long kept, int most);

    /// Deletes a job with all that is known of it but its model.
    void delete(String id);

    /// Adds epochs to the history.
    void append(String id, History.Rows epochs);

    /// All epochs that were added, empty before the first.
    Optional<History> history(String id);

    /// Those from one epoch to another, empty if there are none. Little else is read if they were added at once.
    Optional<History> history(String id, int first, int last);
}
