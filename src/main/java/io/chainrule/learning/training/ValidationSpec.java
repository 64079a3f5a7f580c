package io.chainrule.learning.training;

import io.chainrule.learning.specification.Setting;
import io.chainrule.learning.specification.Settings;

/// Which examples are held back to measure the model on.
public record ValidationSpec(
        @Setting(help = "Share of the examples that is held back", byDefault = "0", min = 0, below = 1, example = "0.2")
        double share,

        @Setting(help = "Hold back the same share of every class", byDefault = "true")
        boolean stratified) {

    public static final ValidationSpec NONE = new ValidationSpec(0, true);

    public ValidationSpec {
        Settings.require(ValidationSpec.class, share, stratified);
    }
}
