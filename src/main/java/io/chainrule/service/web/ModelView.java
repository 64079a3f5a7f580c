package io.chainrule.service.web;

import io.chainrule.learning.training.TrainingSpec;
import io.chainrule.service.job.StoredModel;
import io.chainrule.service.json.SpecWriter;
import io.chainrule.service.json.WrittenAs;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// A model without its parameters.
///
/// @param spec of the job that made it
/// @param epoch after which it was taken
/// @param metrics of that epoch
record ModelView(
        String id,
        @Nullable String name,
        @WrittenAs(TrainingSpec.class) JsonNode spec,
        long parameterCount,
        int epoch,
        Map<String, Double> metrics,
        LineageView lineage,
        Instant createdAt,
        Map<String, String> links) {

    static ModelView of(StoredModel model) {
        return new ModelView(
                model.id(),
                model.spec().name(),
                SpecWriter.write(model.spec()),
                model.parameterCount(),
                model.metrics().number(),
                JobView.measures(model.metrics()),
                new LineageView(
                        model.job(),
                        model.spec().dataset(),
                        model.datasetDigest(),
                        model.spec().seed()),
                model.createdAt(),
                links(model));
    }

    private static Map<String, String> links(StoredModel model) {
        var self = ModelController.PATH + model.id();
        var links = new LinkedHashMap<String, String>();
        links.put("self", self);
        links.put("parameters", self + "/parameters");
        links.put("metrics", self + "/metrics");
        links.put("predictions", self + "/predictions");
        links.put("decisionBoundary", self + "/decision-boundary");
        links.put("job", TrainingJobController.PATH + model.job());
        return links;
    }

    /// Where a model comes from. The job and the dataset may have been deleted since.
    record LineageView(String job, String dataset, String datasetDigest, long seed) {}
}
