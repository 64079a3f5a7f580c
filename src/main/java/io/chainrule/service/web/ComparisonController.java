package io.chainrule.service.web;

import io.chainrule.learning.specification.InvalidSpecException;
import io.chainrule.learning.specification.Setting;
import io.chainrule.learning.specification.Settings;
import io.chainrule.learning.specification.Violation;
import io.chainrule.service.job.TrainingJobs;
import io.chainrule.service.job.comparison.Comparison;
import io.chainrule.service.job.comparison.RankBy;
import io.chainrule.service.limits.Bearable;
import io.chainrule.service.web.answer.Answer;
import io.chainrule.service.web.answer.Format;
import io.chainrule.service.web.answer.Rendering;
import io.chainrule.service.web.openapi.AlsoAs;
import io.chainrule.service.web.openapi.Refuses;
import io.chainrule.service.web.problem.ProblemCode;
import io.chainrule.service.web.request.Query;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// Any jobs side by side, whether or not they were posted together.
@RestController
@Tag(name = "Training jobs")
class ComparisonController {

    private final TrainingJobs jobs;
    private final ReportedJobs reported;

    ComparisonController(TrainingJobs jobs, ReportedJobs reported) {
        this.jobs = jobs;
        this.reported = reported;
    }

    @Operation(
            operationId = "compareTrainingJobs",
            summary = "Compare training jobs",
            description = "Two jobs or more, the best first, with the settings in which they differ side by side."
                    + " Pictures overlay their curves, or set their decision boundaries side by side.")
    @ApiResponse(
            responseCode = "200",
            description = "The jobs, compared",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON_VALUE,
                            schema = @Schema(implementation = ComparisonView.class)))
    @AlsoAs({Format.SVG, Format.PNG})
    @Refuses(ProblemCode.NOT_FOUND)
    @GetMapping("/v1/training-jobs/compare")
    ResponseEntity<?> compare(@Query CompareQuery query, @Query Rendering rendering, HttpServletRequest request)
            throws HttpMediaTypeNotAcceptableException {
        var compared = query.ids().stream().map(jobs::get).toList();
        var comparison = Comparison.of(compared, RankQuery.measure(query.rankBy()));
        return Answer.json(() -> ComparisonView.of(comparison))
                .picture(() -> query.picture()
                        .of("the comparison", compared.size() + " training jobs", comparison.jobs(), reported))
                .to(request, rendering);
    }

    record CompareQuery(
            @Setting(
                    help = "The ids of the jobs, with commas between them",
                    least = 2,
                    most = Bearable.COMPARED_JOBS,
                    mostLimit = "comparison.jobs",
                    example = "[\"sample-four-sections-linear\", \"sample-four-sections-mlp\"]")
            List<String> ids,

            @Setting(help = RankQuery.HELP, example = "\"trainAccuracy\"") @Nullable
            String rankBy,

            @Setting(help = JobPictureKind.HELP, byDefault = "\"curves\"")
            JobPictureKind picture) {

        CompareQuery {
            Settings.require(CompareQuery.class, ids, rankBy, picture);
            var seen = new HashSet<String>();
            for (var id : ids) {
                if (!seen.add(id)) {
                    throw new InvalidSpecException(
                            Violation.pointer("ids"), "Job \"" + id + "\" cannot be compared with itself");
                }
            }
            RankQuery.check(rankBy);
        }
    }

    /// What ranks jobs, as a query says it.
    static final class RankQuery {

        static final String HELP = "The measure that ranks: trainLoss, trainAccuracy, trainRmse, validationLoss,"
                + " validationAccuracy or validationRmse; the validation loss if absent, else the training loss";

        private RankQuery() {}

        static void check(@Nullable String rankBy) {
            KnownNames.require("rankBy", rankBy, RankBy.keys());
        }

        static @Nullable RankBy measure(@Nullable String rankBy) {
            return rankBy == null ? null : RankBy.of(rankBy).orElseThrow();
        }
    }
}
