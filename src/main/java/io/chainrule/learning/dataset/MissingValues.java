package io.chainrule.learning.dataset;

import io.chainrule.learning.specification.Choice;

/// What to do about examples whose features have missing values.
public enum MissingValues {
    @Choice(help = "Do not train")
    REFUSE,
    @Choice(help = "Leave these examples out")
    DROP,
    @Choice(help = "Take the mean of the training rows; for categories the most frequent one")
    MEAN,
    @Choice(help = "Take the median of the training rows; for categories the most frequent one")
    MEDIAN;

    boolean isFilled() {
        return this == MEAN || this == MEDIAN;
    }
}
