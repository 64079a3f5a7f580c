package io.chainrule.service.job;

import io.chainrule.learning.training.Epoch;
import io.chainrule.learning.training.TrainingSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A training run and its life in the service. Immutable: each change answers the job as it is then, one version on.
///
/// @param spec with everything filled in
/// @param parameterCount of the model to come
/// @param latest the newest epoch that is known, null before the first
/// @param version grows by 1 with every change
/// @param attempt how many times a worker has claimed it; only the newest attempt may write
/// @param interruptions how many times it went back to the queue
/// @param startedAt when it was claimed first
public record TrainingJob(
        String id,
        Instant createdAt,
        TrainingSpec spec,
        String datasetDigest,
        long parameterCount,
        List<String> warnings,
        JobState state,
        long version,
        int attempt,
        int interruptions,
        Progress progress,
        @Nullable Epoch latest,
        @Nullable Instant startedAt) {

    public TrainingJob {
        warnings = List.copyOf(warnings);
    }

    static TrainingJob queued(String id, Instant now, String datasetDigest, Assessment assessment) {
        return new TrainingJob(
                id,
                now,
                assessment.spec(),
                datasetDigest,
                assessment.estimate().parameterCount(),
                assessment.warnings(),
                new JobState.Queued(now),
                1,
                0,
                0,
                Progress.none(assessment.spec().epochs(), assessment.estimate().steps()),
                null,
                null);
    }

    public boolean isSample() {
        return Identifiers.isSample(id);
    }

    /// `sha256:` and a digest of the specification but for what changes no result; with the dataset's digest it
    /// determines the parameters.
    public String specHash() {
        return SpecHash.of(spec);
    }

    /// The epochs so far whose frames are kept, in ascending order.
    public List<Integer> frames() {
        return spec.frameSchedule().upTo(progress.epoch());
    }

    /// What it left behind, if it succeeded.
    public Optional<JobResult> result() {
        return state instanceof JobState.Succeeded succeeded ? Optional.of(succeeded.result()) : Optional.empty();
    }

    /// Why it failed, if it did.
    public Optional<JobError> error() {
        return state instanceof JobState.Failed failed ? Optional.of(failed.error()) : Optional.empty();
    }

    /// When it came into a final state.
    public Optional<Instant> finishedAt() {
        return state.isFinal() ? Optional.of(state.since()) : Optional.empty();
    }

    /// A worker takes the job up, from its beginning.
    TrainingJob claimed(Instant now) {
        return new TrainingJob(
                id,
                createdAt,
                spec,
                datasetDigest,
                parameterCount,
                warnings,
                state.start(now),
                version + 1,
                attempt + 1,
                interruptions,
                Progress.none(progress.epochs(), progress.steps()),
                null,
                startedAt == null ? now : startedAt);
    }

    TrainingJob interrupted(Instant now) {
        return with(state.interrupt(now), interruptions + 1);
    }

    TrainingJob parked(Instant now) {
        return with(state.park(now), interruptions);
    }

    TrainingJob cancelled(Instant now) {
        return with(state.cancel(now), interruptions);
    }

    TrainingJob stopped(Instant now) {
        return with(state.stop(now), interruptions);
    }

    TrainingJob succeeded(Instant now, JobResult result) {
        return with(state.succeed(now, result), interruptions);
    }

    TrainingJob failed(Instant now, JobError error) {
        return with(state.fail(now, error), interruptions);
    }

    /// The worker has come to an epoch; `began` is when this attempt did.
    TrainingJob advanced(Epoch epoch, Instant began, Instant now) {
        var elapsed = Duration.between(began, now).toNanos() / 1e9;
        return new TrainingJob(
                id,
                createdAt,
                spec,
                datasetDigest,
                parameterCount,
                warnings,
                state,
                version + 1,
                attempt,
                interruptions,
                progress.at(epoch.number(), Math.max(0, elapsed)),
                epoch,
                startedAt);
    }

    private TrainingJob with(JobState next, int interruptions) {
        return new TrainingJob(
                id,
                createdAt,
                spec,
                datasetDigest,
                parameterCount,
                warnings,
                next,
                version + 1,
                attempt,
                interruptions,
                progress,
                latest,
                startedAt);
    }
}
