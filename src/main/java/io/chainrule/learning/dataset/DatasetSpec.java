package io.chainrule.learning.dataset;

import io.chainrule.learning.specification.Setting;
import io.chainrule.learning.specification.Settings;
import org.jspecify.annotations.Nullable;

/// What somebody says about a dataset beside its examples.
public record DatasetSpec(
        @Setting(
                help = "A name for people",
                byDefault = "\"dataset\"",
                least = 1,
                most = 200,
                example = "\"two-clouds\"")
        String name,

        @Setting(help = "The column to be predicted; the last one if left out", example = "\"label\"") @Nullable
        String target,

        @Setting(
                help =
                        "What to learn; if left out, regression for a numeric target with more than 20 distinct values or"
                                + " any fraction, else classification",
                example = "\"classification\"")
        @Nullable
        Task task) {

    public DatasetSpec {
        Settings.require(DatasetSpec.class, name, target, task);
    }

    public static DatasetSpec named(String name) {
        return new DatasetSpec(name, null, null);
    }
}
