package io.chainrule.service.job;

import io.chainrule.learning.training.History;
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

    /// Deletes a job and its history.
    void delete(String id);

    /// Adds epochs to the history.
    void append(String id, History.Rows epochs);

    /// All epochs that were added, empty before the first.
    Optional<History> history(String id);

    void deleteHistory(String id);
}
