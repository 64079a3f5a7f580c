package io.chainrule.learning.dataset;

import io.chainrule.learning.specification.Choice;

/// What is to be learned about the target.
public enum Task {
    @Choice(help = "Which of several classes an example belongs to")
    CLASSIFICATION,
    @Choice(help = "A number for each example")
    REGRESSION;

    /// Numeric targets with at most this many distinct values, none with a fraction, are taken for classes.
    static final int CLASS_NUMBERS = 20;

    /// What a target asks for unless somebody says otherwise.
    public static Task suitedTo(Column target) {
        return target instanceof NumberColumn numbers && numbers.isContinuous() ? REGRESSION : CLASSIFICATION;
    }
}
