package io.chainrule.service.job;

import io.chainrule.learning.evaluation.KnownExamples;
import io.chainrule.learning.evaluation.Metrics;
import io.chainrule.learning.evaluation.Outcomes;
import io.chainrule.learning.model.Model;
import org.jspecify.annotations.Nullable;

/// A stored model put to the test.
///
/// @param dataset the id of the dataset it was tried on
/// @param part of the examples of its job; null if that has nothing to do with it
public record Trial(
        StoredModel about,
        Model model,
        String dataset,
        @Nullable Part part,
        KnownExamples examples,
        Outcomes outcomes) {

    public Metrics metrics() {
        return Metrics.of(outcomes);
    }
}
