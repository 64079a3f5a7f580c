package io.chainrule.service.web;

import io.chainrule.learning.dataset.CategoryColumn;
import io.chainrule.learning.dataset.Dataset;
import io.chainrule.learning.dataset.Task;
import io.chainrule.learning.training.History;
import io.chainrule.learning.training.Preparation;
import io.chainrule.learning.training.TrainingSpec;
import io.chainrule.service.job.Datasets;
import io.chainrule.service.job.Experiments;
import io.chainrule.service.job.JobResult;
import io.chainrule.service.job.Models;
import io.chainrule.service.job.TrainingJob;
import io.chainrule.service.job.TrainingJobs;
import io.chainrule.service.job.comparison.Comparison;
import io.chainrule.service.web.ComparisonController.RankQuery;
import io.chainrule.service.web.ExperimentController.ExperimentQuery;
import io.chainrule.service.web.report.ExperimentReport;
import io.chainrule.service.web.report.JobReport;
import io.chainrule.service.web.report.ReportedJob;
import io.chainrule.service.web.request.Query;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/// Jobs and experiments as pages to print or hand in.
@RestController
class ReportController {

    /// There is nothing in a page that could do anything, and nothing from elsewhere.
    private static final String HARMLESS = "default-src 'none'; style-src 'unsafe-inline'; sandbox";

    private static final String HELP = " As one page of HTML with everything in it, to print or hand in.";

    private final TrainingJobs jobs;
    private final Experiments experiments;
    private final Datasets datasets;
    private final Models models;

    ReportController(TrainingJobs jobs, Experiments experiments, Datasets datasets, Models models) {
        this.jobs = jobs;
        this.experiments = experiments;
        this.datasets = datasets;
        this.models = models;
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
        var job = jobs.get(id);
        return page(JobReport.of(reported(job, data(job), true)));
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
        var experiment = experiments.get(id);
        var comparison = Comparison.of(experiments.jobs(id), RankQuery.measure(query.rankBy()));
        return page(ExperimentReport.of(experiment, comparison, reported(comparison)));
    }

    private static ResponseEntity<byte[]> page(String html) {
        return ResponseEntity.ok()
                .contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
                .header("Content-Security-Policy", HARMLESS)
                .body(html.getBytes(StandardCharsets.UTF_8));
    }

    /// Neighbours that learned from the same examples share them; only the first few are shown in full.
    private List<ReportedJob> reported(Comparison comparison) {
        var reported = new ArrayList<ReportedJob>();
        for (var standing : comparison.standings()) {
            var job = standing.job();
            var data = reported.stream()
                    .filter(other -> isSameData(other.job().spec(), job.spec()))
                    .findFirst()
                    .map(ReportedJob::data)
                    .orElseGet(() -> data(job));
            reported.add(reported(job, data, reported.size() < ExperimentReport.MOST_SHOWN));
        }
        return reported;
    }

    private static boolean isSameData(TrainingSpec one, TrainingSpec other) {
        return one.dataset().equals(other.dataset())
                && Objects.equals(one.target(), other.target())
                && Objects.equals(one.features(), other.features())
                && one.validation().equals(other.validation())
                && one.missing() == other.missing()
                && (one.seed() == other.seed() || one.validation().share() == 0);
    }

    private ReportedJob reported(TrainingJob job, ReportedJob.@Nullable Data data, boolean isShown) {
        var history = isShown ? jobs.history(job.id()).map(History::snapshot).orElse(null) : null;
        var model = isShown
                ? job.result().map(JobResult::model).flatMap(models::read).orElse(null)
                : null;
        return new ReportedJob(job, history, data, model);
    }

    private ReportedJob.@Nullable Data data(TrainingJob job) {
        return datasets.read(job.spec().dataset())
                .map(dataset -> new ReportedJob.Data(
                        withTarget(dataset, job.spec()),
                        Preparation.of(job.spec(), dataset).split()))
                .orElse(null);
    }

    private static Dataset withTarget(Dataset dataset, TrainingSpec spec) {
        var target = spec.target();
        if (target == null || target.equals(dataset.target())) {
            return dataset;
        }
        var isRegression = spec.loss() != null
                && spec.loss().task() == Task.REGRESSION
                && !(dataset.column(target) instanceof CategoryColumn);
        return dataset.withTarget(target, isRegression ? Task.REGRESSION : null);
    }
}
