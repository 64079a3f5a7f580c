package io.chainrule.service.web;

import io.chainrule.learning.training.Epoch;
import io.chainrule.learning.training.TrainingSpec;
import io.chainrule.service.job.Best;
import io.chainrule.service.job.JobAction;
import io.chainrule.service.job.JobError;
import io.chainrule.service.job.JobResult;
import io.chainrule.service.job.JobState;
import io.chainrule.service.job.Progress;
import io.chainrule.service.job.TrainingJob;
import io.chainrule.service.json.SpecWriter;
import io.chainrule.service.json.WrittenAs;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// A training job as it stands.
///
/// @param experiment the id of the one it belongs to
/// @param spec as posted, with everything filled in that was left out
/// @param queuePosition its place among those that wait for a worker: 1 is the next one
/// @param latest the newest measures, by metric
/// @param best the best epoch so far: by what stops it early, else by the loss, on held-back examples if there are any
/// @param attempt how many times a worker has taken it up
/// @param interruptions how many times it went back to the queue
/// @param checkpointEpoch what a worker that takes it up goes on from
/// @param frames the epochs so far whose decision boundary can be asked for
/// @param model the id of the model it made
record JobView(
        String id,
        String state,
        @Nullable Long queuePosition,
        long version,
        @Nullable String name,
        String dataset,
        @Nullable String experiment,
        @WrittenAs(TrainingSpec.class) JsonNode spec,
        long parameterCount,
        ProgressView progress,
        @Nullable Map<String, Double> latest,
        @Nullable BestView best,
        int attempt,
        int interruptions,
        @Nullable Integer checkpointEpoch,
        List<Integer> frames,
        String specHash,
        @Nullable String model,
        @Nullable String parametersHash,
        @Nullable String stopReason,
        @Nullable ErrorView error,
        List<String> warnings,
        Instant createdAt,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt,
        List<String> allowedActions,
        Map<String, String> links) {

    static JobView of(TrainingJob job, @Nullable String experiment, @Nullable Long queuePosition) {
        return new JobView(
                job.id(),
                job.state().name(),
                queuePosition,
                job.version(),
                job.spec().name(),
                job.spec().dataset(),
                experiment,
                SpecWriter.write(job.spec()),
                job.parameterCount(),
                ProgressView.of(job.progress(), job.state().isFinal()),
                job.latest() == null ? null : measures(job.latest()),
                job.best() == null ? null : BestView.of(job.best()),
                job.attempt(),
                job.interruptions(),
                job.checkpoint() == null ? null : job.checkpoint().epoch(),
                job.frames(),
                job.specHash(),
                job.result().map(JobResult::model).orElse(null),
                job.result().map(JobResult::parametersHash).orElse(null),
                job.result().map(result -> result.stopReason().wireName()).orElse(null),
                job.error().map(ErrorView::of).orElse(null),
                job.warnings(),
                job.createdAt(),
                job.startedAt(),
                job.finishedAt().orElse(null),
                job.state().allowedActions().stream().map(JobAction::wireName).toList(),
                links(job));
    }

    static Map<String, Double> measures(Epoch epoch) {
        var measures = new LinkedHashMap<String, Double>();
        epoch.metrics().forEach(metric -> measures.put(metric.key(), epoch.value(metric)));
        return measures;
    }

    static Map<String, String> links(TrainingJob job) {
        var self = TrainingJobController.PATH + job.id();
        var links = new LinkedHashMap<String, String>();
        links.put("self", self);
        links.put("history", self + "/history");
        links.put("events", self + "/events");
        links.put("decisionBoundary", self + "/decision-boundary");
        links.put("split", self + "/split");
        links.put("spec", self + "/spec");
        links.put("report", self + "/report");
        job.state().allowedActions().forEach(action -> links.put(action.wireName(), self + "/" + action.wireName()));
        if (job.state() instanceof JobState.Succeeded succeeded) {
            links.put("model", ModelController.PATH + succeeded.result().model());
        }
        return links;
    }

    record ProgressView(
            int epoch,
            int epochs,
            long step,
            long steps,
            double fraction,
            @Nullable Double epochsPerSecond,
            double elapsedSeconds,
            @Nullable Double remainingSeconds) {

        static ProgressView of(Progress progress, boolean isFinal) {
            boolean isOver = isFinal && progress.epoch() < progress.epochs();
            return new ProgressView(
                    progress.epoch(),
                    progress.epochs(),
                    progress.step(),
                    progress.steps(),
                    progress.fraction(),
                    progress.epochsPerSecond().isPresent()
                            ? progress.epochsPerSecond().getAsDouble()
                            : null,
                    progress.elapsedSeconds(),
                    !isOver && progress.remainingSeconds().isPresent()
                            ? progress.remainingSeconds().getAsDouble()
                            : null);
        }
    }

    /// The best epoch so far.
    ///
    /// @param metric what makes it the best
    record BestView(int epoch, String metric, double value) {

        static BestView of(Best best) {
            return new BestView(best.epoch(), best.metric().key(), best.value());
        }
    }

    /// Why the job failed, and what would help.
    record ErrorView(String code, String detail, @Nullable Integer epoch, String fix) {

        static ErrorView of(JobError error) {
            return new ErrorView(error.code(), error.detail(), error.epoch(), error.fix());
        }
    }
}
