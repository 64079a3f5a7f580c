package io.chainrule.service.web;

import io.chainrule.learning.evaluation.DecisionBoundary;
import io.chainrule.learning.evaluation.GridSpec;
import io.chainrule.learning.model.Model;
import io.chainrule.learning.training.Preparation;
import io.chainrule.service.drawing.chart.BoundaryPicture;
import io.chainrule.service.drawing.chart.ExamplePoints;
import io.chainrule.service.job.Datasets;
import io.chainrule.service.job.JobState;
import io.chainrule.service.job.Models;
import io.chainrule.service.job.NotFoundException;
import io.chainrule.service.job.StoredModel;
import io.chainrule.service.job.TrainingJob;
import io.chainrule.service.job.TrainingJobs;
import io.chainrule.service.web.answer.Answer;
import io.chainrule.service.web.answer.Format;
import io.chainrule.service.web.answer.Rendering;
import io.chainrule.service.web.openapi.AlsoAs;
import io.chainrule.service.web.openapi.Refuses;
import io.chainrule.service.web.problem.Problem;
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
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/// What a model says over a plane of two of its features.
@RestController
class DecisionBoundaryController {

    private static final String HELP =
            "Which class wins at each point of a grid, and how surely; row 0 has the smallest y. "
                    + "Point i of an axis lies at min + i*(max-min)/(count-1).";

    private final TrainingJobs jobs;
    private final Models models;
    private final Datasets datasets;

    DecisionBoundaryController(TrainingJobs jobs, Models models, Datasets datasets) {
        this.jobs = jobs;
        this.models = models;
        this.datasets = datasets;
    }

    @Operation(
            operationId = "getTrainingDecisionBoundary",
            summary = "Compute a job's decision boundary",
            description = HELP)
    @Tag(name = "Training jobs")
    @ApiResponse(
            responseCode = "200",
            description = "The grid, and the lines between the classes",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON_VALUE,
                            schema = @Schema(implementation = BoundaryView.class)))
    @AlsoAs({Format.SVG, Format.PNG})
    @Refuses({ProblemCode.NOT_READY, ProblemCode.STATE_CONFLICT})
    @GetMapping("/v1/training-jobs/{id}/decision-boundary")
    ResponseEntity<?> ofJob(
            @Parameter(example = TrainingJobController.SAMPLE) @PathVariable String id,
            @Query GridSpec grid,
            @Query Rendering rendering,
            HttpServletRequest request)
            throws HttpMediaTypeNotAcceptableException {
        var model = stored(modelOf(jobs.get(id)));
        return Answer.json(() -> BoundaryView.ofJob(id, model.metrics().number(), boundary(model, grid)))
                .picture(() -> picture(model, grid))
                .to(request, rendering);
    }

    @Operation(
            operationId = "getModelDecisionBoundary",
            summary = "Compute a model's decision boundary",
            description = HELP)
    @Tag(name = "Models")
    @ApiResponse(
            responseCode = "200",
            description = "The grid, and the lines between the classes",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON_VALUE,
                            schema = @Schema(implementation = BoundaryView.class)))
    @AlsoAs({Format.SVG, Format.PNG})
    @GetMapping("/v1/models/{id}/decision-boundary")
    ResponseEntity<?> ofModel(
            @Parameter(example = ModelController.SAMPLE) @PathVariable String id,
            @Query GridSpec grid,
            @Query Rendering rendering,
            HttpServletRequest request)
            throws HttpMediaTypeNotAcceptableException {
        var model = stored(id);
        return Answer.json(() -> BoundaryView.ofModel(id, model.metrics().number(), boundary(model, grid)))
                .picture(() -> picture(model, grid))
                .to(request, rendering);
    }

    private BoundaryPicture picture(StoredModel model, GridSpec grid) {
        var boundary = boundary(model, grid.withAllProbabilities());
        var name = model.spec().name() == null ? model.id() : model.spec().name();
        var title = "%s, after epoch %d".formatted(name, model.metrics().number());
        return BoundaryPicture.of(title, boundary, examples(model, boundary));
    }

    /// A model outlives its dataset; its picture then has no examples.
    private ExamplePoints examples(StoredModel model, DecisionBoundary boundary) {
        var x = boundary.x().feature();
        var y = boundary.y().feature();
        return datasets.read(model.spec().dataset())
                .map(dataset -> Preparation.of(model.spec(), dataset))
                .map(prepared -> ExamplePoints.of(prepared.dataset(), prepared.split(), x, y))
                .orElseGet(() -> ExamplePoints.none(x, y));
    }

    private DecisionBoundary boundary(StoredModel stored, GridSpec grid) {
        Model model = models.read(stored.id()).orElseThrow(() -> new NotFoundException("model", stored.id()));
        return Parameters.checking(() -> DecisionBoundary.of(model, grid));
    }

    private StoredModel stored(String id) {
        return models.find(id).orElseThrow(() -> new NotFoundException("model", id));
    }

    private static String modelOf(TrainingJob job) {
        return switch (job.state()) {
            case JobState.Succeeded succeeded -> succeeded.result().model();
            case JobState.Failed _, JobState.Cancelled _ ->
                throw new RefusedException(Problem.of(
                                ProblemCode.STATE_CONFLICT,
                                "Job \"" + job.id() + "\" is " + job.state().name() + " and has no model")
                        .withFix("Post the job again")
                        .with("state", job.state().name())
                        .with("allowedActions", List.of()));
            case JobState.Queued _, JobState.Running _, JobState.Pausing _, JobState.Paused _, JobState.Cancelling _ ->
                throw new RefusedException(Problem.of(
                                ProblemCode.NOT_READY,
                                "Job \"" + job.id() + "\" is " + job.state().name() + " and has no model yet")
                        .with("state", job.state().name()));
        };
    }
}
