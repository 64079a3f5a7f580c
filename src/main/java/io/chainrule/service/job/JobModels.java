package io.chainrule.service.job;

import io.chainrule.learning.specification.InvalidSpecException;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;

/// What jobs have learned: at epochs that lie behind them, so far, and in the end.
@Service
public class JobModels {

    private final Frames frames;
    private final Models models;
    private final Checkpoints checkpoints;
    private final Datasets datasets;

    JobModels(Frames frames, Models models, Checkpoints checkpoints, Datasets datasets) {
        this.frames = frames;
        this.models = models;
        this.checkpoints = checkpoints;
        this.datasets = datasets;
    }

    /// The model of a job that succeeded, else its newest checkpoint or frame. A checkpoint may lie within an epoch; it
    /// counts as that of the last whole one.
    ///
    /// @throws NoModelException if there is neither
    /// @throws NotFoundException if the model and the frames of a job that succeeded are gone
    public Frame newest(TrainingJob job) {
        return job.result().isPresent()
                ? last(job).orElseThrow(() -> new NotFoundException("model", modelOf(job)))
                : checkpointed(job)
                        .or(() -> newestFrame(job))
                        .orElseThrow(() -> new NoModelException(job, neither(job)));
    }

    /// What the checkpoint of an unfinished job holds, if that is further than its frames.
    private Optional<Frame> checkpointed(TrainingJob job) {
        var mark = job.checkpoint();
        int framed = job.frames().isEmpty() ? 0 : job.frames().getLast();
        if (job.state().isFinal() || mark == null || mark.epoch() <= framed) {
            return Optional.empty();
        }
        return checkpoints.find(job.id()).map(checkpoint -> {
            var run = JobData.of(job.spec(), datasets).prepared(job.spec()).run();
            run.resume(checkpoint);
            return new Frame(checkpoint.epoch(), run.model());
        });
    }

    /// The frame of an epoch; the model of a job that succeeded counts as that of its last epoch.
    ///
    /// @throws NoModelException if this frame is still to come
    /// @throws InvalidSpecException if no frame is kept of this epoch
    public Frame at(TrainingJob job, int epoch) {
        var kept = job.frames();
        var found = kept.contains(epoch) ? frames.read(job.id(), epoch) : Optional.<Frame>empty();
        if (found.isPresent()) {
            return found.get();
        }
        if (job.result().isPresent() && epoch == job.progress().epoch()) {
            return newest(job);
        }
        if (!job.state().isFinal() && job.spec().frameSchedule().contains(epoch)) {
            throw new NoModelException(job, "not come to epoch " + epoch);
        }
        throw new InvalidSpecException("/epoch", "No frame is kept of epoch " + epoch + "; " + whatThereIs(job, kept));
    }

    private static String neither(TrainingJob job) {
        return "neither a model nor a frame of one" + (job.state().isFinal() ? "" : " yet");
    }

    private static String whatThereIs(TrainingJob job, List<Integer> kept) {
        if (kept.isEmpty()) {
            return job.spec().frames() == 0 ? "the job was to keep none" : "there is none so far";
        }
        return "there are frames of "
                + String.join(", ", kept.stream().map(String::valueOf).toList());
    }

    private Optional<Frame> last(TrainingJob job) {
        return models.read(modelOf(job))
                .map(model -> new Frame(job.progress().epoch(), model))
                .or(() -> newestFrame(job));
    }

    private Optional<Frame> newestFrame(TrainingJob job) {
        var kept = job.frames();
        return kept.isEmpty() ? Optional.empty() : frames.read(job.id(), kept.getLast());
    }

    private static String modelOf(TrainingJob job) {
        return job.result().orElseThrow().model();
    }
}
