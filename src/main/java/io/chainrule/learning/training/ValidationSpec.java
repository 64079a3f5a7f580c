package io.chainrule.learning.training;

import io.chainrule.learning.specification.InvalidSpecException;
import io.chainrule.learning.specification.Setting;
import io.chainrule.learning.specification.Settings;
import org.jspecify.annotations.Nullable;

/// Which examples are held back to measure the model on.
public record ValidationSpec(
        @Setting(help = "Share of the examples that is held back", byDefault = "0", min = 0, below = 1, example = "0.2")
        double share,

        @Setting(help = "The id of a dataset to measure on instead", example = "\"sample-moons\"") @Nullable
        String dataset,

        @Setting(help = "Hold back the same share of every class", byDefault = "true")
        boolean stratified) {

    public static final ValidationSpec NONE = new ValidationSpec(0, null, true);

    public ValidationSpec {
        Settings.require(ValidationSpec.class, share, dataset, stratified);
        if (dataset != null && share > 0) {
            throw new InvalidSpecException(
                    "/dataset", "Examples are held back by share or come from a dataset of their own, not both");
        }
    }
}
