package io.chainrule.service.web;

import io.chainrule.learning.specification.Wording;
import io.chainrule.service.job.Experiment;
import io.chainrule.service.job.JobAction;
import io.chainrule.service.job.comparison.Comparison;
import io.chainrule.service.web.ComparisonView.DifferenceView;
import io.chainrule.service.web.ComparisonView.StandingView;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// An experiment as it stands: its jobs, compared.
///
/// @param state queued while no job has begun, running while one is not finished, finished
/// @param states how many jobs are in each state; a state without jobs is left out
/// @param rankBy the measure that ranks the jobs
/// @param best the id of the first of all
/// @param jobs the best first; behind the ranked ones those that are not finished, then those without a model
/// @param differing what is not the same in all their specifications
/// @param warnings why the ranking may mean less than it seems to
record ExperimentView(
        String id,
        @Nullable String name,
        String state,
        Map<String, Long> states,
        String rankBy,
        @Nullable String best,
        List<StandingView> jobs,
        List<DifferenceView> differing,
        List<String> warnings,
        Instant createdAt,
        List<String> allowedActions,
        Map<String, String> links) {

    static ExperimentView of(Experiment experiment, Comparison comparison) {
        var compared = ComparisonView.of(comparison);
        return new ExperimentView(
                experiment.id(),
                experiment.name(),
                state(experiment),
                experiment.states(),
                compared.rankBy(),
                compared.best(),
                compared.jobs(),
                compared.differing(),
                compared.warnings(),
                experiment.createdAt(),
                experiment.allowedActions().stream().map(JobAction::wireName).toList(),
                links(experiment));
    }

    private static String state(Experiment experiment) {
        return Wording.kebabCase(experiment.stage().name());
    }

    private static Map<String, String> links(Experiment experiment) {
        var self = ExperimentController.PATH + experiment.id();
        var links = new LinkedHashMap<String, String>();
        links.put("self", self);
        links.put("report", self + "/report");
        links.put("curves", self + "?picture=curves&format=svg");
        links.put("boundaries", self + "?picture=boundaries&format=svg");
        links.put("jobs", "/v1/training-jobs?experiment=" + experiment.id());
        experiment.allowedActions().forEach(action -> links.put(action.wireName(), self + "/" + action.wireName()));
        return links;
    }

    /// An experiment in a list.
    ///
    /// @param jobs how many it has
    /// @param states how many of them are in each state
    record ExperimentSummary(
            String id,
            @Nullable String name,
            String state,
            long jobs,
            Map<String, Long> states,
            Instant createdAt,
            Map<String, String> links) {

        static ExperimentSummary of(Experiment experiment) {
            return new ExperimentSummary(
                    experiment.id(),
                    experiment.name(),
                    ExperimentView.state(experiment),
                    experiment.jobs(),
                    experiment.states(),
                    experiment.createdAt(),
                    ExperimentView.links(experiment));
        }
    }
}
