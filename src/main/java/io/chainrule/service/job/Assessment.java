package io.chainrule.service.job;

import io.chainrule.learning.training.Estimate;
import io.chainrule.learning.training.TrainingSpec;
import java.util.List;

/// What is known of a job before it runs: what it will cost, and what may surprise.
///
/// @param spec with everything filled in
public record Assessment(TrainingSpec spec, Estimate estimate, List<String> warnings) {

    public Assessment {
        warnings = List.copyOf(warnings);
    }
}
