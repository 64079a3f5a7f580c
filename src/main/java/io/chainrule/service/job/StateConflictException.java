package io.chainrule.service.job;

/// A job cannot do now what was asked of it.
public final class StateConflictException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient JobState state;

    /// Says what stands in the way.
    ///
    /// @param wish what was asked, as in "cannot be ...": `cancelled`
    StateConflictException(TrainingJob job, String wish) {
        super("Job \"" + job.id() + "\" is " + job.state().name() + " and cannot be " + wish);
        this.state = job.state();
    }

    /// The job's state, which tells its `allowedActions`.
    public JobState state() {
        return state;
    }
}
