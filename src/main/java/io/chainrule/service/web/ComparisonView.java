package io.chainrule.service.web;

import io.chainrule.service.job.JobResult;
import io.chainrule.service.job.comparison.Comparison;
import io.chainrule.service.job.comparison.Difference;
import io.chainrule.service.job.comparison.Standing;
import io.chainrule.service.web.JobView.ErrorView;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Jobs side by side.
///
/// @param rankBy the measure that ranks them
/// @param best the id of the first of all
/// @param jobs the best first; behind the ranked ones those that are not finished, then those without a model
/// @param differing what is not the same in all their specifications
/// @param warnings why the ranking may mean less than it seems to
record ComparisonView(
        String rankBy,
        @Nullable String best,
        List<StandingView> jobs,
        List<DifferenceView> differing,
        List<String> warnings) {

    static ComparisonView of(Comparison comparison) {
        return new ComparisonView(
                comparison.rankBy().key(),
                best(comparison),
                comparison.standings().stream().map(StandingView::of).toList(),
                comparison.differences().stream().map(DifferenceView::of).toList(),
                comparison.warnings());
    }

    static @Nullable String best(Comparison comparison) {
        return comparison.best().stream()
                .findFirst()
                .map(standing -> standing.job().id())
                .orElse(null);
    }

    /// A job in its place.
    ///
    /// @param rank 1 for the best; equal values share one; left out if the job has no result to rank
    /// @param value of the measure that ranks, after the newest epoch
    /// @param epoch the newest
    /// @param latest all its measures
    record StandingView(
            @Nullable Integer rank,
            String id,
            @Nullable String name,
            String state,
            @Nullable Double value,
            int epoch,
            int epochs,
            @Nullable Map<String, Double> latest,
            long parameterCount,
            @Nullable String model,
            @Nullable ErrorView error,
            Map<String, String> links) {

        static StandingView of(Standing standing) {
            var job = standing.job();
            return new StandingView(
                    standing.rank(),
                    job.id(),
                    job.spec().name(),
                    job.state().name(),
                    standing.value(),
                    job.progress().epoch(),
                    job.progress().epochs(),
                    job.latest() == null ? null : JobView.measures(job.latest()),
                    job.parameterCount(),
                    job.result().map(JobResult::model).orElse(null),
                    job.error().map(ErrorView::of).orElse(null),
                    JobView.links(job));
        }
    }

    /// A field of the specification that is not the same in all jobs.
    ///
    /// @param field a dotted path, `optimizer.learningRate` for example
    /// @param values by the ids of the jobs that have it
    record DifferenceView(String field, Map<String, JsonNode> values) {

        static DifferenceView of(Difference difference) {
            return new DifferenceView(difference.field(), difference.values());
        }
    }
}
