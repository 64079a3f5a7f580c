package io.chainrule.learning.training.minimization;

import io.chainrule.learning.specification.Choice;

/// Why a minimization ended.
public enum StopReason {
    @Choice(help = "No gradient component is larger than the tolerance")
    CONVERGED,

    @Choice(help = "maxSteps were made")
    STEPS,

    @Choice(help = "The expression left the numbers or seems to have no minimum; try another start or smaller steps")
    DIVERGED,

    @Choice(help = "No lower point was found, as at a kink or where rounding hides it")
    STALLED,

    @Choice(help = "maxSeconds went by")
    TIME_LIMIT
}
