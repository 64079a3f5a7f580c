package io.chainrule.service.job.comparison;

import io.chainrule.learning.training.Epoch;
import io.chainrule.service.job.JobState;
import io.chainrule.service.job.TrainingJob;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Jobs side by side, the best first.
///
/// Ranked is who has succeeded, by the values of the last epoch, which are those of the model. Behind them
/// come the jobs that are not finished, then those that never will have a model, each group in its given
/// order.
///
/// @param warnings why a ranking of these jobs may mean less than it seems to
public record Comparison(RankBy rankBy, List<Standing> standings, List<Difference> differences, List<String> warnings) {

    public Comparison {
        standings = List.copyOf(standings);
        differences = List.copyOf(differences);
        warnings = List.copyOf(warnings);
    }

    /// Compares jobs.
    ///
    /// @param rankBy null for the loss on held-back examples, or that on training examples where none were
    public static Comparison of(List<TrainingJob> jobs, @Nullable RankBy rankBy) {
        var measured = jobs.stream()
                .map(TrainingJob::latest)
                .filter(Objects::nonNull)
                .map(Epoch::metrics)
                .toList();
        var measure = rankBy == null ? RankBy.byDefault(measured) : rankBy;
        var standings = ranked(jobs, measure);
        var ordered = standings.stream().map(Standing::job).toList();
        return new Comparison(measure, standings, Difference.among(ordered), warnings(ordered, measure));
    }

    /// The jobs in the order of their standings.
    public List<TrainingJob> jobs() {
        return standings.stream().map(Standing::job).toList();
    }

    /// The best of all, several if they tie; none before a job has succeeded.
    public List<Standing> best() {
        return standings.stream()
                .filter(standing -> standing.rank() != null && standing.rank() == 1)
                .toList();
    }

    /// Those that have a rank, the best first.
    public List<Standing> ranked() {
        return standings.stream().filter(Standing::isRanked).toList();
    }

    private static List<Standing> ranked(List<TrainingJob> jobs, RankBy rankBy) {
        var groups = jobs.stream()
                .map(job -> new Standing(job, null, value(job, rankBy)))
                .collect(Collectors.groupingBy(Comparison::group, TreeMap::new, Collectors.toList()));
        var ordered = new ArrayList<Standing>();
        groups.getOrDefault(Group.COMPARABLE, List.of()).stream()
                .sorted(Comparator.comparing(standing -> Objects.requireNonNull(standing.value()), rankBy.bestFirst()))
                .forEach(standing -> ordered.add(behind(standing, ordered)));
        ordered.addAll(groups.getOrDefault(Group.UNFINISHED, List.of()));
        ordered.addAll(groups.getOrDefault(Group.WITHOUT_RESULT, List.of()));
        return ordered;
    }

    private static @Nullable Double value(TrainingJob job, RankBy rankBy) {
        var latest = job.latest();
        return latest != null && latest.metrics().contains(rankBy.metric()) ? latest.value(rankBy.metric()) : null;
    }

    private enum Group {
        COMPARABLE,
        UNFINISHED,
        WITHOUT_RESULT
    }

    private static Group group(Standing standing) {
        if (!standing.job().state().isFinal()) {
            return Group.UNFINISHED;
        }
        var value = standing.value();
        var hasValue = value != null && !Double.isNaN(value);
        return standing.job().state() instanceof JobState.Succeeded && hasValue
                ? Group.COMPARABLE
                : Group.WITHOUT_RESULT;
    }

    /// Equal values share a rank, and the next one is as many further on.
    private static Standing behind(Standing next, List<Standing> ahead) {
        var isTie = !ahead.isEmpty() && Objects.equals(ahead.getLast().value(), next.value());
        return new Standing(
                next.job(), isTie ? ahead.getLast().rank() : Integer.valueOf(ahead.size() + 1), next.value());
    }

    private static List<String> warnings(List<TrainingJob> jobs, RankBy rankBy) {
        var warnings = new ArrayList<String>();
        if (differ(jobs, TrainingJob::datasetDigest)) {
            warnings.add("The jobs learned from different data, so their measures are not of the same examples");
        } else if (differ(jobs, job -> job.spec().target())) {
            warnings.add("The jobs predict different columns, so their measures are not of the same thing");
        }
        if (rankBy.isLoss() && differ(jobs, job -> job.spec().loss())) {
            warnings.add(
                    "The jobs minimise different losses, whose values cannot be compared; rank by another measure");
        }
        var isHeldBack = rankBy.key().startsWith("validation");
        if (isHeldBack
                && differ(
                        jobs, job -> List.of(job.spec().validation(), job.spec().seed()))) {
            warnings.add(
                    "The jobs held back different examples, so their validation measures are not of the same ones");
        }
        return warnings;
    }

    private static boolean differ(List<TrainingJob> jobs, Function<TrainingJob, @Nullable Object> property) {
        return jobs.stream().map(property).distinct().count() > 1;
    }
}
