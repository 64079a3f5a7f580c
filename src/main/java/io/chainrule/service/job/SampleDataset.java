package io.chainrule.service.job;

import io.chainrule.learning.dataset.DatasetSpec;
import io.chainrule.learning.dataset.Task;
import io.chainrule.learning.dataset.generator.GeneratorSpec;
import io.chainrule.learning.specification.Setting;
import org.jspecify.annotations.Nullable;

/// A bundled dataset, as `datasets.json` describes it.
record SampleDataset(
        @Setting(help = "Its name, and its id after sample-")
        String name,

        @Setting(help = "The CSV file beside this one") String file,
        @Setting(help = "The column to be predicted") String target,
        @Setting(help = "What to learn") Task task,

        @Setting(help = "The recipe that the file was made by, if it was") @Nullable
        GeneratorSpec generate) {

    String id() {
        return Identifiers.SAMPLE + name;
    }

    DatasetSpec spec() {
        return new DatasetSpec(name, target, task);
    }
}
