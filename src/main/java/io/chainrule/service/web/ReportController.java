package io.chainrule.service.web;

import io.chainrule.service.job.Experiments;
import io.chainrule.service.job.TrainingJobs;
import io.chainrule.service.job.comparison.Comparison;
import io.chainrule.service.web.ComparisonController.RankQuery;
import io.chainrule.service.web.ExperimentController.ExperimentQuery;
import io.chainrule.service.web.report.ExperimentReport;
import io.chainrule.service.web.report.JobReport;
import io.chainrule.service.web.request.Query;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.nio.charset.StandardCharsets;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/// Jobs and experiments as pages to print or hand in.
@RestController
class ReportController {

    private static final String HELP = " As one page of HTML with everything in it, to print or hand in.";

    private final TrainingJobs jobs;
    private final Experiments experiments;
    private final ReportedJobs reported;

    ReportController(TrainingJobs jobs, Experiments experiments, ReportedJobs reported) {
        this.jobs = jobs;
        this.experiments = experiments;
        this.reported = reported;
    }

    @Operation(
            operationId = "getTrainingReport",
            summary = "Report on a training job",
            description = "Data, model, settings, curves, decision boundary and every 20th epoch." + HELP)
    @ApiResponse(
            responseCode = "200",
            description = "The page",
            content = @Content(mediaType = MediaType.TEXT_HTML_VALUE, schema = @Schema(type = "string")))
    @Tag(name = "Training jobs")
    @GetMapping(path = "/v1/training-jobs/{id}/report", produces = MediaType.TEXT_HTML_VALUE)
    ResponseEntity<byte[]> ofJob(@Parameter(example = TrainingJobController.SAMPLE) @PathVariable String id) {
        return page(JobReport.of(reported.of(jobs.get(id))));
    }

    @Operation(
            operationId = "getExperimentReport",
            summary = "Report on an experiment",
            description = "Conclusion in numbers, ranking, differing settings, curves overlaid, decision boundaries"
                    + " side by side and every 20th epoch." + HELP)
    @ApiResponse(
            responseCode = "200",
            description = "The page",
            content = @Content(mediaType = MediaType.TEXT_HTML_VALUE, schema = @Schema(type = "string")))
    @Tag(name = "Experiments")
    @GetMapping(path = "/v1/experiments/{id}/report", produces = MediaType.TEXT_HTML_VALUE)
    ResponseEntity<byte[]> ofExperiment(
            @Parameter(example = ExperimentController.SAMPLE) @PathVariable String id, @Query ExperimentQuery query) {
        var snapshot = experiments.snapshot(id);
        var comparison = Comparison.of(snapshot.jobs(), RankQuery.measure(query.rankBy()));
        var ranked = reported.of(comparison.jobs(), ExperimentReport.MOST_SHOWN);
        return page(ExperimentReport.of(snapshot.experiment(), comparison, ranked));
    }

    private static ResponseEntity<byte[]> page(String html) {
        return ResponseEntity.ok()
                .contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
                .body(html.getBytes(StandardCharsets.UTF_8));
    }
}
