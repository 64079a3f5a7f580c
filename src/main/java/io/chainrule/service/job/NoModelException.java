package io.chainrule.service.job;

import java.util.Set;

/// What was asked needs a model, which the job does not have: not yet, or it came to rest without one.
public final class NoModelException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient JobState state;

    /// Says what is missing.
    ///
    /// @param missing as in "has ...": `no model`
    NoModelException(TrainingJob job, String missing) {
        super("Job \"" + job.id() + "\" is " + job.state().name() + " and has " + missing);
        this.state = job.state();
    }

    /// The name of the state that the job is in.
    public String state() {
        return state.name();
    }

    /// What can be asked for instead.
    public Set<JobAction> allowedActions() {
        return state.allowedActions();
    }

    /// Whether it will be there if nobody does anything.
    public boolean isToCome() {
        return switch (state) {
            case JobState.Queued _, JobState.Running _ -> true;
            case JobState.Pausing _,
                    JobState.Paused _,
                    JobState.Cancelling _,
                    JobState.Succeeded _,
                    JobState.Failed _,
                    JobState.Cancelled _ -> false;
        };
    }
}
