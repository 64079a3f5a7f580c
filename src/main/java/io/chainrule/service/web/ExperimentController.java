package io.chainrule.service.web;

import io.chainrule.learning.specification.Setting;
import io.chainrule.learning.specification.Settings;
import io.chainrule.service.drawing.Picture;
import io.chainrule.service.job.Experiment;
import io.chainrule.service.job.ExperimentSnapshot;
import io.chainrule.service.job.Experiments;
import io.chainrule.service.job.TrainingJob;
import io.chainrule.service.job.comparison.Comparison;
import io.chainrule.service.job.experiment.ExperimentSpec;
import io.chainrule.service.web.ComparisonController.RankQuery;
import io.chainrule.service.web.ExperimentView.ExperimentSummary;
import io.chainrule.service.web.answer.Answer;
import io.chainrule.service.web.answer.Format;
import io.chainrule.service.web.answer.Rendering;
import io.chainrule.service.web.openapi.Accepted;
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
import java.net.URI;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
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

/// Jobs that are posted together to be compared.
@RestController
@RequestMapping(path = "/v1/experiments", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Experiments")
class ExperimentController {

    static final String PATH = "/v1/experiments/";
    static final String SAMPLE = "sample-linear-versus-mlp";

    private final Experiments experiments;
    private final ReportedJobs reported;
    private final Patience patience;

    ExperimentController(Experiments experiments, ReportedJobs reported, Patience patience) {
        this.experiments = experiments;
        this.reported = reported;
        this.patience = patience;
    }

    @Operation(
            operationId = "createExperiment",
            summary = "Train several models to compare them",
            description = "There is a job for each variant, or for each combination of the grid's values. Fields of a"
                    + " variant are laid over those of the base; an object that says its type replaces that of the"
                    + " base. All jobs are checked first and stored together, or none.")
    @Accepted
    @Refuses(ProblemCode.BUDGET_EXCEEDED)
    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<ExperimentView> submit(@RequestBody ExperimentSpec spec) {
        return accepted(experiments.submit(spec));
    }

    @Operation(operationId = "listExperiments", summary = "List experiments", description = "Newest first.")
    @GetMapping
    ResponseEntity<ExperimentListView> list(@Query ExperimentListQuery query) {
        var page = experiments.list(query.toPageRequest());
        var items = page.items().stream().map(ExperimentSummary::of).toList();
        return PageLinks.answer(new ExperimentListView(items, page.nextToken()));
    }

    @Operation(
            operationId = "getExperiment",
            summary = "Look at an experiment",
            description = "Its jobs, the best first, and the settings in which they differ side by side. Pictures"
                    + " overlay the curves of its jobs, or set their decision boundaries side by side.")
    @ApiResponse(
            responseCode = "200",
            description = "The experiment as it stands",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON_VALUE,
                            schema = @Schema(implementation = ExperimentView.class)))
    @AlsoAs({Format.SVG, Format.PNG})
    @Waits
    @GetMapping(path = "/{id}", produces = MediaType.ALL_VALUE)
    ResponseEntity<?> get(
            @Parameter(example = SAMPLE) @PathVariable String id,
            @Query ExperimentQuery query,
            @Query PictureQuery picture,
            @Query Rendering rendering,
            HttpServletRequest request,
            HttpServletResponse response)
            throws HttpMediaTypeNotAcceptableException, InterruptedException {
        return patience.answer(request, response, () -> ids(experiments.jobs(id)), () -> {
            var snapshot = experiments.snapshot(id);
            var experiment = snapshot.experiment();
            return new Glance(
                    snapshot.jobs().stream().mapToLong(TrainingJob::events).sum(),
                    experiment.stage() == Experiment.Stage.FINISHED,
                    () -> {
                        var comparison = Comparison.of(snapshot.jobs(), RankQuery.measure(query.rankBy()));
                        return Answer.json(() -> ExperimentView.of(experiment, comparison))
                                .picture(() -> picture.of(experiment, comparison, reported))
                                .to(request, rendering);
                    });
        });
    }

    private static List<String> ids(List<TrainingJob> jobs) {
        return jobs.stream().map(TrainingJob::id).toList();
    }

    @Operation(
            operationId = "cancelExperiment",
            summary = "Cancel an experiment",
            description = "Cancels all its jobs that are not finished. Asking again changes nothing.")
    @Accepted
    @Refuses(ProblemCode.STATE_CONFLICT)
    @PostMapping("/{id}/cancel")
    ResponseEntity<ExperimentView> cancel(@Parameter(example = SAMPLE) @PathVariable String id) {
        return accepted(experiments.cancel(id));
    }

    @Operation(
            operationId = "deleteExperiment",
            summary = "Delete a finished experiment",
            description = "Its jobs and their histories go with it; the models they made stay. Samples stay as well.")
    @ApiResponse(responseCode = "204", description = "It is gone", content = @Content)
    @Refuses(ProblemCode.STATE_CONFLICT)
    @DeleteMapping("/{id}")
    ResponseEntity<Void> delete(@Parameter(example = SAMPLE) @PathVariable String id) {
        experiments.delete(id);
        return ResponseEntity.noContent().build();
    }

    private ResponseEntity<ExperimentView> accepted(ExperimentSnapshot snapshot) {
        var experiment = snapshot.experiment();
        return ResponseEntity.accepted()
                .location(URI.create(PATH + experiment.id()))
                .header(HttpHeaders.RETRY_AFTER, "1")
                .body(ExperimentView.of(experiment, Comparison.of(snapshot.jobs(), null)));
    }

    record ExperimentQuery(
            @Setting(help = RankQuery.HELP, example = "\"trainAccuracy\"") @Nullable
            String rankBy) {

        ExperimentQuery {
            RankQuery.check(rankBy);
        }
    }

    record PictureQuery(
            @Setting(help = JobPictureKind.HELP, byDefault = "\"curves\"")
            JobPictureKind picture,

            @Setting(help = "How many of the best jobs a picture shows; all if absent", min = 1, example = "5")
            @Nullable
            Integer best) {

        PictureQuery {
            Settings.require(PictureQuery.class, picture, best);
        }

        Picture of(Experiment experiment, Comparison comparison, ReportedJobs reported) {
            var ranked = comparison.jobs();
            var shown = best == null ? ranked : ranked.stream().limit(best).toList();
            var name = Objects.requireNonNullElse(experiment.name(), experiment.id());
            var title = shown.size() < ranked.size()
                    ? "%s: the best %d of %d jobs".formatted(name, shown.size(), ranked.size())
                    : name;
            return picture.of("experiment \"" + experiment.id() + "\"", title, shown, reported);
        }
    }

    record ExperimentListQuery(
            @Setting(help = PAGE_SIZE_HELP, byDefault = "50", min = 1, max = MOST_ITEMS, maxLimit = ITEMS_LIMIT)
            int pageSize,

            @Setting(help = PAGE_TOKEN_HELP) @Nullable String pageToken)
            implements PageQuery {

        ExperimentListQuery {
            Settings.require(ExperimentListQuery.class, pageSize, pageToken);
        }
    }

    record ExperimentListView(
            List<ExperimentSummary> items, @Nullable String nextPageToken) implements PageView {}
}
