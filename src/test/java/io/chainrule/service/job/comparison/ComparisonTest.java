package io.chainrule.service.job.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import io.chainrule.learning.training.Epoch;
import io.chainrule.learning.training.Metric;
import io.chainrule.service.job.Examples;
import io.chainrule.service.job.JobError;
import io.chainrule.service.job.JobResult;
import io.chainrule.service.job.JobState;
import io.chainrule.service.job.Progress;
import io.chainrule.service.job.StopReason;
import io.chainrule.service.job.TrainingJob;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ComparisonTest {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final JobState SUCCEEDED =
            new JobState.Succeeded(NOW, new JobResult("mdl", "sha256:0", StopReason.EPOCHS));
    private static final JobState FAILED =
            new JobState.Failed(NOW, new JobError("diverged", "The loss was NaN", 3, "Less"));

    private static TrainingJob job(String id, JobState state, @Nullable Epoch latest, String rest) {
        var spec = Examples.spec(
                "{'name': '%s', 'dataset': 'd'%s}".formatted(id, rest).replace('\'', '"'));
        return Examples.job(id, NOW, spec, state, new Progress(9, 10, 9, 10, 1), latest);
    }

    private static TrainingJob job(String id, JobState state, double loss) {
        return job(id, state, epoch(Map.of(Metric.TRAIN_LOSS, loss)), "");
    }

    private static Epoch epoch(Map<Metric, Double> measures) {
        var metrics =
                Arrays.stream(Metric.values()).filter(measures::containsKey).toList();
        return new Epoch(9, metrics, metrics.stream().mapToDouble(measures::get).toArray());
    }

    private static List<String> ranks(Comparison comparison) {
        var ranks = new ArrayList<String>();
        comparison
                .standings()
                .forEach(standing ->
                        ranks.add(standing.rank() + " " + standing.job().id()));
        return ranks;
    }

    @Test
    void tiesShareARankAndTheNextIsAsManyFurtherOn() {
        var comparison = Comparison.of(
                List.of(job("c", SUCCEEDED, 3), job("a", SUCCEEDED, 1), job("b", SUCCEEDED, 1), job("d", SUCCEEDED, 4)),
                null);
        assertThat(ranks(comparison)).containsExactly("1 a", "1 b", "3 c", "4 d");
        assertThat(comparison.best().stream().map(Standing::name)).containsExactly("a", "b");
    }

    @Test
    void whoHasNotSucceededComesBehindWithoutRank() {
        var comparison = Comparison.of(
                List.of(
                        job("failed", FAILED, 0.1),
                        job("running", new JobState.Running(NOW), 0.2),
                        job("nan", SUCCEEDED, Double.NaN),
                        job("queued", new JobState.Queued(NOW), null, ""),
                        job("infinite", SUCCEEDED, Double.POSITIVE_INFINITY),
                        job("good", SUCCEEDED, 9),
                        job("cancelled", new JobState.Cancelled(NOW), 0.3)),
                null);
        assertThat(ranks(comparison))
                .containsExactly(
                        "1 good",
                        "2 infinite",
                        "null running",
                        "null queued",
                        "null failed",
                        "null nan",
                        "null cancelled");
        assertThat(comparison.standings().get(2).value()).isEqualTo(0.2);
        assertThat(comparison.standings().get(3).value()).isNull();
    }

    @Test
    void accuracyRanksTheOtherWayRound() {
        var low = job("low", SUCCEEDED, epoch(Map.of(Metric.TRAIN_LOSS, 0.1, Metric.TRAIN_ACCURACY, 0.5)), "");
        var high = job("high", SUCCEEDED, epoch(Map.of(Metric.TRAIN_LOSS, 0.2, Metric.TRAIN_ACCURACY, 0.9)), "");
        assertThat(ranks(Comparison.of(List.of(low, high), RankBy.TRAIN_ACCURACY)))
                .containsExactly("1 high", "2 low");
        assertThat(ranks(Comparison.of(List.of(low, high), null))).containsExactly("1 low", "2 high");
    }

    @Test
    void heldBackExamplesRankIfAllJobsHaveThem() {
        var with = job("with", SUCCEEDED, epoch(Map.of(Metric.TRAIN_LOSS, 2.0, Metric.VALIDATION_LOSS, 1.0)), "");
        var also = job("also", SUCCEEDED, epoch(Map.of(Metric.TRAIN_LOSS, 1.0, Metric.VALIDATION_LOSS, 2.0)), "");
        var without = job("without", SUCCEEDED, 0.5);
        assertThat(Comparison.of(List.of(with, also), null).rankBy()).isEqualTo(RankBy.VALIDATION_LOSS);
        assertThat(ranks(Comparison.of(List.of(with, also), null))).containsExactly("1 with", "2 also");
        assertThat(Comparison.of(List.of(with, without), null).rankBy()).isEqualTo(RankBy.TRAIN_LOSS);
        assertThat(ranks(Comparison.of(List.of(without, with), RankBy.VALIDATION_LOSS)))
                .containsExactly("1 with", "null without");
    }

    @Test
    void differingFieldsStandSideBySideInTheOrderOfTheSpecification() {
        var line = job("line", SUCCEEDED, epoch(Map.of(Metric.TRAIN_LOSS, 2.0)), ", 'tags': {'a': 'b'}");
        var network = job(
                "network",
                SUCCEEDED,
                epoch(Map.of(Metric.TRAIN_LOSS, 1.0)),
                ", 'model': {'type': 'mlp', 'hidden': [16]}, 'optimizer': {'type': 'sgd', 'learningRate': 0.3}");
        var differences = Comparison.of(List.of(line, network), null).differences();
        assertThat(differences.stream().map(Difference::field))
                .containsExactly("model.type", "model.hidden", "model.activation", "optimizer.learningRate");
        assertThat(differences.getFirst().values()).hasToString("{network=\"mlp\", line=\"linear\"}");
        assertThat(differences.get(1).values()).hasToString("{network=[16]}");
        assertThat(differences.getLast().value(line).orElseThrow().doubleValue())
                .isEqualTo(0.1);
    }

    @Test
    void equalJobsDifferInNothing() {
        var comparison = Comparison.of(List.of(job("a", SUCCEEDED, 1), job("b", SUCCEEDED, 1)), null);
        assertThat(comparison.differences()).isEmpty();
        assertThat(comparison.warnings()).isEmpty();
    }

    @Test
    void unlikeJobsAreComparedWithAWarning() {
        var one = job("one", SUCCEEDED, epoch(Map.of(Metric.TRAIN_LOSS, 1.0)), ", 'loss': 'cross-entropy'");
        var other = job("other", SUCCEEDED, epoch(Map.of(Metric.TRAIN_LOSS, 2.0)), ", 'loss': 'squared-error'");
        assertThat(Comparison.of(List.of(one, other), null).warnings())
                .containsExactly("The jobs minimise different losses, whose values cannot be compared;"
                        + " rank by another measure");
        assertThat(Comparison.of(List.of(one, other), RankBy.TRAIN_ACCURACY).warnings())
                .isEmpty();
    }

    @Test
    void nothingIsBestBeforeAJobHasSucceeded() {
        var comparison = Comparison.of(List.of(job("a", new JobState.Running(NOW), 1)), null);
        assertThat(comparison.best()).isEmpty();
        assertThat(comparison.ranked()).isEmpty();
    }
}
