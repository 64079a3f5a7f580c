package io.chainrule.service.job;

import io.chainrule.learning.training.Checkpoint;
import io.chainrule.learning.training.Epoch;
import io.chainrule.learning.training.History;
import io.chainrule.learning.training.TrainingSpec;
import io.chainrule.service.access.Caller;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A training run and its life in the service. Immutable: each change answers the job as it is then.
///
/// @param owner to whom it belongs, and who is to have a fair share of the workers
/// @param spec with everything filled in
/// @param parameterCount of the model to come
/// @param course what changes
public record TrainingJob(
        String id,
        Instant createdAt,
        String owner,
        TrainingSpec spec,
        String datasetDigest,
        long parameterCount,
        List<String> warnings,
        Course course) {

    /// Where nobody has to say who they are, this tag does, and whoever leaves it out is one and the same.
    private static final String OWNER = "owner";

    /// The newest, the best, and what an optimizer remembers of each.
    private static final int PARAMETERS_OF_A_CHECKPOINT = 4;

    private static final int COLUMNS_OF_A_HISTORY = 7;

    public TrainingJob {
        warnings = List.copyOf(warnings);
    }

    /// @param caller for whom it is
    static TrainingJob queued(String id, Instant now, Caller caller, String datasetDigest, Assessment assessment) {
        var spec = assessment.spec();
        var estimate = assessment.estimate();
        return new TrainingJob(
                id,
                now,
                caller.owner().isEmpty() ? spec.tags().getOrDefault(OWNER, "") : caller.owner(),
                spec,
                datasetDigest,
                estimate.parameterCount(),
                assessment.warnings(),
                Course.queued(now, 0, Progress.none(spec.epochs(), estimate.steps())));
    }

    public boolean isSample() {
        return Identifiers.isSample(id);
    }

    /// `sha256:` and a digest of the specification but for what changes no result; with the dataset's digest it
    /// determines the parameters.
    public String specHash() {
        return SpecHash.of(spec);
    }

    /// What the job may come to keep, roughly: its frames, a checkpoint and its history.
    public long bytes() {
        long copies = (long) PARAMETERS_OF_A_CHECKPOINT + Math.min(spec.frames(), spec.epochs());
        return Double.BYTES * (copies * parameterCount + (long) COLUMNS_OF_A_HISTORY * spec.epochs());
    }

    /// The epochs so far whose frames are kept, in ascending order.
    public List<Integer> frames() {
        return spec.frameSchedule().upTo(progress().epoch());
    }

    public JobState state() {
        return course.state();
    }

    /// Grows by 1 with every change of state.
    public long version() {
        return course.version();
    }

    /// The number of its newest event.
    public long events() {
        return course.events();
    }

    /// How many times a worker has claimed it; only the newest attempt may write.
    public int attempt() {
        return course.claims().attempt();
    }

    /// How many times it went back to the queue.
    public int interruptions() {
        return course.claims().interruptions();
    }

    public Progress progress() {
        return course.reach().progress();
    }

    /// The newest epoch that is known.
    public @Nullable Epoch latest() {
        return course.reach().latest();
    }

    /// The best epoch that is known.
    public @Nullable Best best() {
        return course.reach().best();
    }

    /// Where the newest checkpoint was written.
    public @Nullable CheckpointMark checkpoint() {
        return course.reach().checkpoint();
    }

    /// When it was claimed first.
    public @Nullable Instant startedAt() {
        return course.startedAt();
    }

    /// What it left behind, if it succeeded.
    public Optional<JobResult> result() {
        return state() instanceof JobState.Succeeded succeeded ? Optional.of(succeeded.result()) : Optional.empty();
    }

    /// Why it failed, if it did.
    public Optional<JobError> error() {
        return state() instanceof JobState.Failed failed ? Optional.of(failed.error()) : Optional.empty();
    }

    /// When it came into a final state.
    public Optional<Instant> finishedAt() {
        return state().isFinal() ? Optional.of(state().since()) : Optional.empty();
    }

    TrainingJob inTurn(long turn) {
        return with(Course.queued(createdAt, turn, progress()));
    }

    TrainingJob claimed(Instant now) {
        return with(course.claimed(now));
    }

    TrainingJob left(Instant now) {
        return with(course.left(now));
    }

    TrainingJob orphaned(Instant now) {
        return with(course.orphaned(now));
    }

    TrainingJob paused(Instant now) {
        return with(course.moved(state().pause(now)));
    }

    TrainingJob parked(Instant now) {
        return with(course.moved(state().park(now)));
    }

    TrainingJob resumed(Instant now, long turn) {
        return with(course.resumed(now, turn));
    }

    TrainingJob cancelled(Instant now) {
        return with(course.moved(state().cancel(now)));
    }

    TrainingJob stopped(Instant now) {
        return with(course.moved(state().stop(now)));
    }

    TrainingJob succeeded(Instant now, JobResult result) {
        return with(course.moved(state().succeed(now, result)));
    }

    TrainingJob failed(Instant now, JobError error) {
        return with(course.moved(state().fail(now, error)));
    }

    /// @param more epochs that were not known before, null if there are none
    TrainingJob advanced(History.@Nullable Rows more, long step, double elapsedSeconds) {
        return with(course.reached(course.reach().advanced(more, step, elapsedSeconds, spec.earlyStopping())));
    }

    TrainingJob checkpointed(Checkpoint checkpoint) {
        return with(course.checkpointed(new CheckpointMark(checkpoint.epoch(), checkpoint.step())));
    }

    TrainingJob withEvents(long count) {
        return with(course.withEvents(count));
    }

    private TrainingJob with(Course next) {
        return new TrainingJob(id, createdAt, owner, spec, datasetDigest, parameterCount, warnings, next);
    }
}
