package io.chainrule.service.web;

import io.chainrule.learning.dataset.Split;
import io.chainrule.learning.model.ModelSpec;
import io.chainrule.learning.specification.Setting;
import io.chainrule.learning.specification.Settings;
import io.chainrule.learning.training.History;
import io.chainrule.learning.training.TrainingSpec;
import io.chainrule.service.drawing.chart.CurvePicture;
import io.chainrule.service.drawing.chart.NamedHistory;
import io.chainrule.service.job.JobFilter;
import io.chainrule.service.job.JobState;
import io.chainrule.service.job.TrainingJob;
import io.chainrule.service.job.TrainingJobs;
import io.chainrule.service.job.Trials;
import io.chainrule.service.json.SpecWriter;
import io.chainrule.service.web.answer.Answer;
import io.chainrule.service.web.answer.Format;
import io.chainrule.service.web.answer.Rendering;
import io.chainrule.service.web.openapi.AlsoAs;
import io.chainrule.service.web.openapi.Refuses;
import io.chainrule.service.web.openapi.Waits;
import io.chainrule.service.web.polling.Glance;
import io.chainrule.service.web.polling.Patience;
import io.chainrule.service.web.problem.ProblemCode;
import io.chainrule.service.web.request.Query;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/// Training that goes on while the client does something else.
@RestController
@RequestMapping(path = "/v1/training-jobs", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Training jobs")
class TrainingJobController {

    static final String PATH = "/v1/training-jobs/";
    static final String SAMPLE = "sample-two-clouds-linear";

    private final TrainingJobs jobs;
    private final Trials trials;
    private final JobViews views;
    private final Patience patience;

    TrainingJobController(TrainingJobs jobs, Trials trials, JobViews views, Patience patience) {
        this.jobs = jobs;
        this.trials = trials;
        this.views = views;
        this.patience = patience;
    }

    @Operation(
            operationId = "createTrainingJob",
            summary = "Train a model",
            description = "The job is stored and queued before the answer; it is its own status monitor. "
                    + "With validateOnly its cost is estimated and nothing is stored.")
    @ApiResponse(
            responseCode = "202",
            description = "The job is stored and queued",
            content = @Content(schema = @Schema(implementation = JobView.class)))
    @ApiResponse(
            responseCode = "200",
            description = "What the job would cost",
            content = @Content(schema = @Schema(implementation = EstimateView.class)))
    @Refuses(ProblemCode.BUDGET_EXCEEDED)
    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<?> submit(@Query SubmitQuery query, @RequestBody TrainingSpec spec) {
        return query.validateOnly()
                ? ResponseEntity.ok(EstimateView.of(jobs.assess(spec)))
                : views.accepted(jobs.submit(spec));
    }

    @Operation(operationId = "listTrainingJobs", summary = "List training jobs", description = "Newest first.")
    @GetMapping
    ResponseEntity<JobListView> list(@Query JobListQuery query) {
        var filter = new JobFilter(query.state(), query.dataset(), query.modelType(), query.experiment(), query.tag());
        var page = jobs.list(filter, query.toPageRequest());
        var counts = query.summary() ? jobs.countByState(filter) : null;
        return PageLinks.answer(new JobListView(views.of(page.items()), counts, page.nextToken()));
    }

    @Operation(
            operationId = "getTrainingJob",
            summary = "Look at a training job",
            description = "Its state, progress and newest measures.")
    @ApiResponse(
            responseCode = "200",
            description = "The job as it stands",
            content = @Content(schema = @Schema(implementation = JobView.class)))
    @Waits
    @GetMapping("/{id}")
    ResponseEntity<?> get(
            @Parameter(example = SAMPLE) @PathVariable String id,
            HttpServletRequest request,
            HttpServletResponse response)
            throws HttpMediaTypeNotAcceptableException, InterruptedException {
        return patience.answer(request, response, () -> List.of(id), () -> glance(jobs.get(id)));
    }

    private Glance glance(TrainingJob job) {
        return new Glance(job.events(), job.state().isFinal(), () -> ResponseEntity.ok(views.of(job)));
    }

    @Operation(
            operationId = "getTrainingHistory",
            summary = "Read a job's history",
            description = "Loss, accuracy and more after every epoch, column by column; as a table, or as curves.")
    @ApiResponse(
            responseCode = "200",
            description = "The epochs that were asked for, and how many were left out",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON_VALUE,
                            schema = @Schema(implementation = HistoryView.class)))
    @AlsoAs({Format.SVG, Format.PNG, Format.CSV})
    @GetMapping(path = "/{id}/history", produces = MediaType.ALL_VALUE)
    ResponseEntity<?> history(
            @Parameter(example = SAMPLE) @PathVariable String id,
            @Query HistoryQuery query,
            @Query Rendering rendering,
            HttpServletRequest request)
            throws HttpMediaTypeNotAcceptableException {
        var job = jobs.get(id);
        var history = jobs.history(id);
        var rows = history.map(History::snapshot).orElseGet(() -> new History(List.of()).snapshot());
        return Answer.json(() -> HistoryView.of(id, history, query))
                .picture(() -> CurvePicture.of(
                        job.spec().name() == null ? id : job.spec().name(),
                        List.of(new NamedHistory(id, query.asked(rows))),
                        query.drawn(),
                        query.scale()))
                .text(Format.CSV, _ -> HistoryText.of(query.thinned(query.asked(rows))))
                .to(request, rendering);
    }

    @Operation(
            operationId = "getTrainingSplit",
            summary = "Read which rows a job learns from",
            description = "And which it holds back for validation: rows of its dataset in ascending order, counted from"
                    + " 0. Rows that are left out for missing values are in neither.")
    @Refuses(ProblemCode.STATE_CONFLICT)
    @GetMapping("/{id}/split")
    SplitView split(@Parameter(example = SAMPLE) @PathVariable String id) {
        return SplitView.of(trials.split(id));
    }

    @Operation(
            operationId = "getTrainingSpec",
            summary = "Read a job's specification",
            description = "What to post to get the same bits again: everything that was left out is filled in.")
    @ApiResponse(
            responseCode = "200",
            description = "The specification",
            content = @Content(schema = @Schema(implementation = TrainingSpec.class)))
    @GetMapping("/{id}/spec")
    JsonNode spec(@Parameter(example = SAMPLE) @PathVariable String id) {
        return SpecWriter.write(jobs.get(id).spec());
    }

    @Operation(
            operationId = "deleteTrainingJob",
            summary = "Delete a finished training job",
            description = "Its model stays. Samples stay as well.")
    @ApiResponse(responseCode = "204", description = "It is gone", content = @Content)
    @Refuses(ProblemCode.STATE_CONFLICT)
    @DeleteMapping("/{id}")
    ResponseEntity<Void> delete(@Parameter(example = SAMPLE) @PathVariable String id) {
        jobs.delete(id);
        return ResponseEntity.noContent().build();
    }

    record SubmitQuery(
            @Setting(help = "Only check and estimate the job", byDefault = "false")
            boolean validateOnly) {}

    record JobListQuery(
            @Setting(help = "Only jobs in this state", example = "\"succeeded\"") @Nullable
            String state,

            @Setting(help = "Only jobs for the dataset of this id") @Nullable
            String dataset,

            @Setting(help = "Only jobs for a model of this type", example = "\"mlp\"") @Nullable
            String modelType,

            @Setting(help = "Only jobs of the experiment of this id") @Nullable
            String experiment,

            @Setting(help = "only jobs with this value of the tag", byDefault = "{}")
            Map<String, String> tag,

            @Setting(help = "Also count the jobs by state", byDefault = "false")
            boolean summary,

            @Setting(help = PAGE_SIZE_HELP, byDefault = "50", min = 1, max = MOST_ITEMS, maxLimit = ITEMS_LIMIT)
            int pageSize,

            @Setting(help = PAGE_TOKEN_HELP) @Nullable String pageToken)
            implements PageQuery {

        JobListQuery {
            Settings.require(
                    JobListQuery.class, state, dataset, modelType, experiment, tag, summary, pageSize, pageToken);
            KnownNames.require("state", state, JobState.names());
            KnownNames.require("modelType", modelType, KnownNames.of(ModelSpec.class));
        }
    }

    /// @param summary how many jobs are in each state, in all pages; a state without jobs is left out
    record JobListView(
            List<JobView> items,
            @Nullable Map<String, Long> summary,
            @Nullable String nextPageToken) implements PageView {}

    /// @param training rows it learns from, counted from 0
    /// @param validation rows it holds back
    @SuppressWarnings("ArrayRecordComponent") // rows on their way out: nobody compares them
    record SplitView(int[] training, int[] validation) {

        static SplitView of(Split split) {
            return new SplitView(split.training(), split.validation());
        }
    }
}
