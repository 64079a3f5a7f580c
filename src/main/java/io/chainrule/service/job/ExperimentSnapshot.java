package io.chainrule.service.job;

import java.util.List;
import java.util.stream.Collectors;

/// An experiment and its jobs as they stood at one moment: what it counts is what these jobs are.
///
/// @param jobs in the order in which they were asked for
public record ExperimentSnapshot(Experiment experiment, List<TrainingJob> jobs) {

    public ExperimentSnapshot {
        jobs = List.copyOf(jobs);
    }

    /// Jobs of an experiment that may have been counted earlier, when some of them stood otherwise.
    static ExperimentSnapshot of(Experiment counted, List<TrainingJob> jobs) {
        var states =
                jobs.stream().collect(Collectors.groupingBy(job -> job.state().name(), Collectors.counting()));
        return new ExperimentSnapshot(new Experiment(counted.id(), counted.createdAt(), counted.name(), states), jobs);
    }
}
