package io.chainrule.service.job;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Where experiments are kept, and which jobs are theirs.
public interface ExperimentStore {

    /// Keeps an experiment of jobs that are there already.
    void insert(String id, Instant createdAt, @Nullable String name, List<String> jobs);

    Optional<Experiment> find(String id);

    /// Makes sure that nobody else changes the experiment until the transaction ends.
    boolean lock(String id);

    Page<Experiment> list(PageRequest request);

    /// Its jobs in the order in which they were asked for, but for deleted ones.
    List<TrainingJob> jobs(String id);

    /// The experiments' ids by those of their jobs; a job without an experiment is not in it.
    Map<String, String> ofJobs(List<String> jobs);

    /// Deletes the experiment; its jobs stay.
    void delete(String id);
}
