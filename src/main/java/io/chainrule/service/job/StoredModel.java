package io.chainrule.service.job;

import io.chainrule.learning.training.Epoch;
import io.chainrule.learning.training.TrainingSpec;
import java.time.Instant;

/// What is told of a model without reading its parameters: where it comes from and how well it does.
///
/// @param owner to whom it belongs, as the job did
/// @param spec of the job that made it
/// @param metrics of its last epoch
public record StoredModel(
        String id,
        Instant createdAt,
        String owner,
        String job,
        TrainingSpec spec,
        String datasetDigest,
        long parameterCount,
        Epoch metrics) {}
