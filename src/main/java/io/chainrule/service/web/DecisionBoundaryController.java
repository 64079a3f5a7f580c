package io.chainrule.service.web;

import io.chainrule.learning.evaluation.DecisionBoundary;
import io.chainrule.learning.evaluation.GridLimits;
import io.chainrule.learning.evaluation.GridSpec;
import io.chainrule.learning.specification.Setting;
import io.chainrule.learning.specification.Settings;
import io.chainrule.learning.training.Preparation;
import io.chainrule.learning.training.TrainingSpec;
import io.chainrule.service.drawing.chart.BoundaryPicture;
import io.chainrule.service.drawing.chart.ExamplePoints;
import io.chainrule.service.job.Datasets;
import io.chainrule.service.job.Frame;
import io.chainrule.service.job.JobModels;
import io.chainrule.service.job.Models;
import io.chainrule.service.job.NotFoundException;
import io.chainrule.service.job.TrainingJob;
import io.chainrule.service.job.TrainingJobs;
import io.chainrule.service.web.answer.Answer;
import io.chainrule.service.web.answer.Format;
import io.chainrule.service.web.answer.Rendering;
import io.chainrule.service.web.openapi.AlsoAs;
import io.chainrule.service.web.openapi.Refuses;
import io.chainrule.service.web.problem.ProblemCode;
import io.chainrule.service.web.request.Parameters;
import io.chainrule.service.web.request.Query;
import io.chainrule.service.web.request.RequestLoan;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
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
    private final JobModels jobModels;
    private final Models models;
    private final Datasets datasets;
    private final GridLimits limits;

    DecisionBoundaryController(
            TrainingJobs jobs, JobModels jobModels, Models models, Datasets datasets, GridLimits limits) {
        this.jobs = jobs;
        this.jobModels = jobModels;
        this.models = models;
        this.datasets = datasets;
        this.limits = limits;
    }

    @Operation(
            operationId = "getTrainingDecisionBoundary",
            summary = "Compute a job's decision boundary",
            description = HELP + " Of the job's model once it has succeeded, until then of its newest frame: parameters"
                    + " that were kept on the way. epoch asks for a certain frame; the job lists them in frames.")
    @Tag(name = "Training jobs")
    @ApiResponse(
            responseCode = "200",
            description = "The grid, and the lines between the classes",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON_VALUE,
                            schema = @Schema(implementation = BoundaryView.class)))
    @AlsoAs({Format.SVG, Format.PNG})
    @Refuses({ProblemCode.NOT_READY, ProblemCode.STATE_CONFLICT, ProblemCode.BUDGET_EXCEEDED})
    @GetMapping("/v1/training-jobs/{id}/decision-boundary")
    ResponseEntity<?> ofJob(
            @Parameter(example = TrainingJobController.SAMPLE) @PathVariable String id,
            @Query FrameQuery query,
            @Query GridSpec grid,
            @Query Rendering rendering,
            HttpServletRequest request)
            throws HttpMediaTypeNotAcceptableException {
        var job = jobs.get(id);
        var frame = frame(job, query.epoch());
        return Answer.json(() -> BoundaryView.ofJob(id, frame.epoch(), boundary(frame, grid)))
                .picture(() -> picture(id, job.spec(), frame, grid))
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
    @Refuses(ProblemCode.BUDGET_EXCEEDED)
    @GetMapping("/v1/models/{id}/decision-boundary")
    ResponseEntity<?> ofModel(
            @Parameter(example = ModelController.SAMPLE) @PathVariable String id,
            @Query GridSpec grid,
            @Query Rendering rendering,
            HttpServletRequest request)
            throws HttpMediaTypeNotAcceptableException {
        var about = models.find(id).orElseThrow(() -> new NotFoundException("model", id));
        var model = models.read(id).orElseThrow(() -> new NotFoundException("model", id));
        var last = new Frame(about.metrics().number(), model);
        return Answer.json(() -> BoundaryView.ofModel(id, last.epoch(), boundary(last, grid)))
                .picture(() -> picture(id, about.spec(), last, grid))
                .to(request, rendering);
    }

    private Frame frame(TrainingJob job, @Nullable Integer epoch) {
        return epoch == null ? jobModels.newest(job) : Parameters.checking(() -> jobModels.at(job, epoch));
    }

    private BoundaryPicture picture(String id, TrainingSpec spec, Frame frame, GridSpec grid) {
        var boundary = boundary(frame, grid.withAllProbabilities());
        var title = "%s, after epoch %d".formatted(spec.name() == null ? id : spec.name(), frame.epoch());
        return BoundaryPicture.of(title, boundary, examples(spec, boundary));
    }

    /// A model outlives its dataset; its picture then has no examples.
    private ExamplePoints examples(TrainingSpec spec, DecisionBoundary boundary) {
        var x = boundary.x().feature();
        var y = boundary.y().feature();
        return datasets.read(spec.dataset())
                .map(dataset -> Preparation.of(spec, dataset))
                .map(prepared -> ExamplePoints.of(boundary.examples(prepared.dataset()), prepared.split(), x, y))
                .orElseGet(() -> ExamplePoints.none(x, y));
    }

    private DecisionBoundary boundary(Frame frame, GridSpec grid) {
        return Parameters.checking(() -> {
            int classes = frame.model().classes().size();
            limits.require(grid, classes);
            RequestLoan.current().ifPresent(loan -> loan.raiseTo(grid.bytes(classes)));
            return DecisionBoundary.of(frame.model(), grid, limits);
        });
    }

    record FrameQuery(
            @Setting(help = "A frame of the job; its model or its newest frame if absent", min = 1, example = "1")
            @Nullable
            Integer epoch) {

        FrameQuery {
            Settings.require(FrameQuery.class, epoch);
        }
    }
}
