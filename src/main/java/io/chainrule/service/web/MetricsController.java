package io.chainrule.service.web;

import io.chainrule.learning.specification.Setting;
import io.chainrule.service.job.Part;
import io.chainrule.service.job.Trial;
import io.chainrule.service.job.Trials;
import io.chainrule.service.web.openapi.Refuses;
import io.chainrule.service.web.problem.ProblemCode;
import io.chainrule.service.web.request.Parameters;
import io.chainrule.service.web.request.Query;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// How well a model does on examples whose truth is known.
@RestController
@RequestMapping(path = "/v1/models/{id}/metrics", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Models")
class MetricsController {

    private final Trials trials;

    MetricsController(Trials trials) {
        this.trials = trials;
    }

    @Operation(
            operationId = "getModelMetrics",
            summary = "Measure a model",
            description = "On the examples its job held back or, if there are none, on those it learned from; with"
                    + " `split` on the part that is named, with `dataset` on all examples of that dataset. What is"
                    + " undefined is left out: the precision of a class that was never predicted, the ROC of one that"
                    + " does not occur. In the averages of precision, recall and f1 it counts as 0; `macro` weighs every"
                    + " class that occurs or was predicted the same, `weighted` by its examples. Of two classes the"
                    + " second is the positive one: `rocAuc` and `brier` are about its probability. Of more, `rocAuc`"
                    + " is the mean over each class against the rest, and `brier` sums over the classes.")
    @Refuses({ProblemCode.STATE_CONFLICT, ProblemCode.DATASET_INVALID})
    @GetMapping
    MetricsView metrics(
            @Parameter(example = ModelController.SAMPLE) @PathVariable String id, @Query MetricsQuery query) {
        return MetricsView.of(query.trial(trials, id), query.roc());
    }

    record MetricsQuery(
            @Setting(help = "The id of the dataset to measure on; the model's own if absent") @Nullable
            String dataset,

            @Setting(help = "Which of the examples of the model's job", example = "\"training\"") @Nullable
            Part split,

            @Setting(help = "Whether to answer the corners of the ROC curves as well", byDefault = "false")
            boolean roc) {

        Trial trial(Trials trials, String model) {
            return Parameters.checking(
                    () -> dataset == null ? trials.ofModel(model, split) : trials.ofModel(model, dataset, split));
        }
    }
}
