package io.chainrule.service.web;

import io.chainrule.learning.evaluation.ClassificationMetrics;
import io.chainrule.learning.evaluation.FitCurve;
import io.chainrule.learning.evaluation.Outcomes;
import io.chainrule.learning.evaluation.RegressionMetrics;
import io.chainrule.learning.specification.Choice;
import io.chainrule.learning.specification.Setting;
import io.chainrule.service.drawing.Picture;
import io.chainrule.service.drawing.chart.ConfusionPicture;
import io.chainrule.service.drawing.chart.FitPicture;
import io.chainrule.service.drawing.chart.RocPicture;
import io.chainrule.service.job.Part;
import io.chainrule.service.job.Trial;
import io.chainrule.service.job.Trials;
import io.chainrule.service.web.answer.Answer;
import io.chainrule.service.web.answer.Format;
import io.chainrule.service.web.answer.Rendering;
import io.chainrule.service.web.openapi.AlsoAs;
import io.chainrule.service.web.openapi.Refuses;
import io.chainrule.service.web.problem.Fault;
import io.chainrule.service.web.problem.ProblemCode;
import io.chainrule.service.web.problem.RefusedException;
import io.chainrule.service.web.request.Parameters;
import io.chainrule.service.web.request.Query;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// How well a model does on examples whose truth is known.
@RestController
@RequestMapping(path = "/v1/models/{id}/metrics")
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
                    + " is the mean over each class against the rest, and `brier` sums over the classes. A model that is an expression"
                    + " adds `residualSumOfSquares` of the examples and, if it was fitted by squared-error, what its"
                    + " training left behind: `residualStandardDeviation` and the `covariance` of its parameters."
                    + " Of several targets `rmse` and `mae` are over the values of all, `r2` is the mean over the targets,"
                    + " and `outputs` tells them target by target."
                    + " Pictures show the confusion matrix, the ROC curves, or"
                    + " for a regression with one number feature, the examples, the line and the residuals.")
    @ApiResponse(
            responseCode = "200",
            description = "The measures",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON_VALUE,
                            schema = @Schema(implementation = MetricsView.class)))
    @AlsoAs({Format.SVG, Format.PNG})
    @Refuses(ProblemCode.STATE_CONFLICT)
    @GetMapping
    ResponseEntity<?> metrics(
            @Parameter(example = ModelController.SAMPLE) @PathVariable String id,
            @Query MetricsQuery query,
            @Query Rendering rendering,
            HttpServletRequest request)
            throws HttpMediaTypeNotAcceptableException {
        var trial = query.trial(trials, id);
        var answer = Answer.json(() -> MetricsView.of(trial, query.roc()));
        picture(trial, query).ifPresent(picture -> answer.picture(() -> picture));
        return answer.to(request, rendering);
    }

    /// The one that is asked for, or else the usual one; a model of several features has no line to draw.
    private static Optional<? extends Picture> picture(Trial trial, MetricsQuery query) {
        var kind = query.picture();
        var target = query.output();
        int position =
                target == null ? 0 : Parameters.checking(() -> trial.model().output(target));
        return switch (trial.metrics()) {
            case ClassificationMetrics metrics ->
                switch (kind == null ? Kind.CONFUSION_MATRIX : kind) {
                    case CONFUSION_MATRIX -> Optional.of(ConfusionPicture.of(metrics.confusion()));
                    case ROC -> Optional.of(RocPicture.of(metrics));
                    case FIT ->
                        throw noPicture("A model that tells classes apart has pictures confusion-matrix and roc");
                };
            case RegressionMetrics metrics -> {
                if (kind != null && kind != Kind.FIT) {
                    throw noPicture("A regression has the picture fit");
                }
                var output = ((Outcomes.Values) trial.outcomes()).outputs().get(position);
                yield FitCurve.of(trial.model(), trial.examples(), output)
                        .map(fit -> FitPicture.of(fit, metrics.errors(output.target())));
            }
        };
    }

    private static RefusedException noPicture(String detail) {
        return RefusedException.parameters(List.of(Fault.of("picture", detail)));
    }

    /// What a picture of measures shows.
    enum Kind {
        @Choice(help = "how many examples of each class were taken for which")
        CONFUSION_MATRIX,
        @Choice(help = "the ROC curves")
        ROC,
        @Choice(help = "the examples and the line of a regression with one number feature")
        FIT
    }

    record MetricsQuery(
            @Setting(help = "The id of the dataset to measure on; the model's own if absent") @Nullable
            String dataset,

            @Setting(help = "Which of the examples of the model's job", example = "\"training\"") @Nullable
            Part split,

            @Setting(help = "Whether to answer the corners of the ROC curves as well", byDefault = "false")
            boolean roc,

            @Setting(help = "What a picture shows; by the model's task if absent", example = "\"roc\"") @Nullable
            Kind picture,

            @Setting(help = "Which of several targets the picture fit shows; the first if absent") @Nullable
            String output) {

        Trial trial(Trials trials, String model) {
            return Parameters.checking(
                    () -> dataset == null ? trials.ofModel(model, split) : trials.ofModel(model, dataset, split));
        }
    }
}
