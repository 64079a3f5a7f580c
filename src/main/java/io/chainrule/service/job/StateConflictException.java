package io.chainrule.service.job;

import java.util.Locale;
import java.util.Set;

/// A job or an experiment cannot do now what was asked of it.
public final class StateConflictException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final String state;
    private final transient Set<JobAction> allowedActions;

    /// Says what stands in the way.
    ///
    /// @param wish what was asked, as in "cannot be ...": `cancelled`
    StateConflictException(TrainingJob job, String wish) {
        super("Job \"" + job.id() + "\" is " + job.state().name() + " and cannot be " + wish);
        this.state = job.state().name();
        this.allowedActions = job.state().allowedActions();
    }

    StateConflictException(Experiment experiment, String wish) {
        super("Experiment \"" + experiment.id() + "\" is "
                + experiment.stage().name().toLowerCase(Locale.ROOT) + " and cannot be " + wish);
        this.state = experiment.stage().name().toLowerCase(Locale.ROOT);
        this.allowedActions = experiment.allowedActions();
    }

    /// The name of the state that stands in the way.
    public String state() {
        return state;
    }

    /// What can be asked for instead.
    public Set<JobAction> allowedActions() {
        return allowedActions;
    }
}
