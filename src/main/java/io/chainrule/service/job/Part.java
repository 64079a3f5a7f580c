package io.chainrule.service.job;

import io.chainrule.learning.specification.Choice;

/// Which of the examples that a job dealt with.
public enum Part {
    @Choice(help = "those it learned from")
    TRAINING,
    @Choice(help = "those it held back")
    VALIDATION,
    @Choice(help = "both")
    ALL
}
