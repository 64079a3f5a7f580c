package io.chainrule.service.web.report;

import io.chainrule.learning.training.Metric;
import io.chainrule.service.job.JobState;
import io.chainrule.service.job.TrainingJob;
import io.chainrule.service.job.comparison.Comparison;
import io.chainrule.service.job.comparison.RankBy;
import io.chainrule.service.job.comparison.Standing;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/// What a comparison comes to, in sentences made of its numbers.
final class Conclusion {

    private final Comparison comparison;
    private final Map<String, ReportedJob> jobs;

    private Conclusion(Comparison comparison, List<ReportedJob> jobs) {
        this.comparison = comparison;
        this.jobs = jobs.stream().collect(Collectors.toMap(job -> job.job().id(), job -> job));
    }

    static List<String> of(Comparison comparison, List<ReportedJob> jobs) {
        var conclusion = new Conclusion(comparison, jobs);
        var sentences = new ArrayList<String>();
        conclusion.best(sentences);
        conclusion.others(sentences);
        return sentences;
    }

    private void best(List<String> sentences) {
        var best = comparison.best();
        var ranked = comparison.ranked();
        var rankBy = comparison.rankBy();
        if (best.isEmpty()) {
            sentences.add("No job has succeeded with a " + rankBy.inWords() + " yet, so there is nothing to conclude.");
            return;
        }
        var extreme = rankBy.isMoreBetter() ? "highest " : "lowest ";
        var value = value(rankBy.metric(), best.getFirst());
        if (ranked.size() == 1) {
            sentences.add("%s is the only one to rank: its %s is %s after %s."
                    .formatted(quoted(best.getFirst()), rankBy.inWords(), value, epochs(best.getFirst())));
        } else if (best.size() > 1) {
            sentences.add("%s tie: they have the %s%s of %d jobs, %s."
                    .formatted(all(best), extreme, rankBy.inWords(), ranked.size(), value));
        } else {
            var first = best.getFirst();
            sentences.add("%s does best: it has the %s%s of %d jobs, %s after %s."
                    .formatted(quoted(first), extreme, rankBy.inWords(), ranked.size(), value, epochs(first)));
            ranked.stream().skip(1).limit(1).forEach(next -> sentences.add(lead(first, next, rankBy)));
            accuracy(first, ranked.get(1), sentences);
        }
    }

    private String lead(Standing first, Standing next, RankBy rankBy) {
        double own = Objects.requireNonNull(first.value());
        double other = Objects.requireNonNull(next.value());
        var difference = Math.abs(other - own);
        var share = rankBy.isMoreBetter() || other == 0 || !Double.isFinite(difference)
                ? ""
                : " (" + Numbers.percent(difference / Math.abs(other)) + ")";
        return "That is %s%s %s than %s with %s, which comes next."
                .formatted(
                        Numbers.of(difference),
                        share,
                        rankBy.isMoreBetter() ? "more" : "less",
                        quoted(next),
                        value(rankBy.metric(), next));
    }

    /// What people ask for after the loss.
    private void accuracy(Standing first, Standing next, List<String> sentences) {
        for (var metric : List.of(Metric.TRAIN_ACCURACY, Metric.VALIDATION_ACCURACY)) {
            if (metric != comparison.rankBy().metric()
                    && first.measure(metric).isPresent()
                    && next.measure(metric).isPresent()) {
                sentences.add("Its %s is %s, against %s of %s."
                        .formatted(Numbers.name(metric), value(metric, first), value(metric, next), quoted(next)));
            }
        }
        sentences.add("%s has %s, %s has %s."
                .formatted(quoted(first), parameters(first.job()), quoted(next), parameters(next.job())));
    }

    private void others(List<String> sentences) {
        var unranked = comparison.standings().stream()
                .filter(standing -> !standing.isRanked())
                .collect(Collectors.partitioningBy(
                        standing -> standing.job().state().isFinal()));
        for (var standing : unranked.getOrDefault(true, List.of())) {
            sentences.add(
                    standing.job().state() instanceof JobState.Failed failed
                            ? "%s failed: %s."
                                    .formatted(
                                            quoted(standing),
                                            failed.error().detail().replaceFirst("\\.$", ""))
                            : "%s is %s and has no rank."
                                    .formatted(
                                            quoted(standing),
                                            standing.job().state().name()));
        }
        int unfinished = unranked.getOrDefault(false, List.of()).size();
        if (unfinished > 0) {
            sentences.add("%d of %d jobs %s not finished, so this may still change."
                    .formatted(unfinished, comparison.standings().size(), unfinished == 1 ? "is" : "are"));
        }
    }

    private String value(Metric metric, Standing standing) {
        var value = standing.measure(metric).orElse(Double.NaN);
        return Numbers.of(
                metric, value, Objects.requireNonNull(jobs.get(standing.job().id())));
    }

    private static String parameters(TrainingJob job) {
        return job.parameterCount() == 1 ? "1 parameter" : "%,d parameters".formatted(job.parameterCount());
    }

    private static String epochs(Standing standing) {
        int epochs = standing.job().progress().epoch();
        return epochs == 1 ? "1 epoch" : "%,d epochs".formatted(epochs);
    }

    private static String all(List<Standing> standings) {
        return standings.stream().map(Conclusion::quoted).collect(Collectors.joining(" and "));
    }

    private static String quoted(Standing standing) {
        return "“" + standing.name() + "”";
    }
}
