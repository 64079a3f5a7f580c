package io.chainrule.learning.dataset.separability;

/// The answer to whether something can be separated.
public enum Verdict {
    SEPARABLE,
    INSEPARABLE,
    /// It would take too long, or it hangs by the rounding of doubles.
    UNDETERMINED
}
