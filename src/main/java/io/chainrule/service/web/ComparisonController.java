package io.chainrule.service.web;

import io.chainrule.learning.specification.InvalidSpecException;
import io.chainrule.learning.specification.Setting;
import io.chainrule.learning.specification.Settings;
import io.chainrule.learning.specification.Violation;
import io.chainrule.service.job.TrainingJobs;
import io.chainrule.service.job.comparison.Comparison;
import io.chainrule.service.job.comparison.RankBy;
import io.chainrule.service.web.openapi.Refuses;
import io.chainrule.service.web.problem.ProblemCode;
import io.chainrule.service.web.request.Query;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// Any jobs side by side, whether or not they were posted together.
@RestController
@Tag(name = "Training jobs")
class ComparisonController {

    private final TrainingJobs jobs;

    ComparisonController(TrainingJobs jobs) {
        this.jobs = jobs;
    }

    @Operation(
            operationId = "compareTrainingJobs",
            summary = "Compare training jobs",
            description = "Two to six jobs, the best first, with the settings in which they differ side by side.")
    @Refuses(ProblemCode.NOT_FOUND)
    @GetMapping(path = "/v1/training-jobs/compare", produces = MediaType.APPLICATION_JSON_VALUE)
    ComparisonView compare(@Query CompareQuery query) {
        var compared = query.ids().stream().map(jobs::get).toList();
        return ComparisonView.of(Comparison.of(compared, RankQuery.measure(query.rankBy())));
    }

    record CompareQuery(
            @Setting(
                    help = "The ids of the jobs, with commas between them",
                    least = 2,
                    most = 6,
                    example = "[\"sample-four-sections-linear\", \"sample-four-sections-mlp\"]")
            List<String> ids,

            @Setting(help = RankQuery.HELP, example = "\"trainAccuracy\"") @Nullable
            String rankBy) {

        CompareQuery {
            Settings.require(CompareQuery.class, ids, rankBy);
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
            if (rankBy != null && RankBy.of(rankBy).isEmpty()) {
                throw new InvalidSpecException("/rankBy", "rankBy is one of " + String.join(", ", RankBy.keys()));
            }
        }

        static @Nullable RankBy measure(@Nullable String rankBy) {
            return rankBy == null ? null : RankBy.of(rankBy).orElseThrow();
        }
    }
}
