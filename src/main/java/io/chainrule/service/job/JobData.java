package io.chainrule.service.job;

import io.chainrule.learning.dataset.Dataset;
import io.chainrule.learning.specification.InvalidSpecException;
import io.chainrule.learning.training.Preparation;
import io.chainrule.learning.training.TrainingSpec;
import org.jspecify.annotations.Nullable;

/// What a job learns from, and what it is measured on if that is a dataset of its own.
record JobData(Dataset dataset, @Nullable Dataset validation) {

    /// Reads what a specification names.
    ///
    /// @throws InvalidSpecException if there is no such dataset
    static JobData of(TrainingSpec spec, Datasets datasets) {
        var validation = spec.validation().dataset();
        return new JobData(
                read(datasets, spec.dataset(), "/dataset"),
                validation == null ? null : read(datasets, validation, "/validation/dataset"));
    }

    private static Dataset read(Datasets datasets, String id, String pointer) {
        return datasets.read(id).orElseThrow(() -> unknown(id, pointer));
    }

    static InvalidSpecException unknown(String id, String pointer) {
        return new InvalidSpecException(pointer, "There is no dataset \"" + id + "\"");
    }

    Preparation prepared(TrainingSpec spec) {
        return Preparation.of(spec, dataset, validation);
    }
}
