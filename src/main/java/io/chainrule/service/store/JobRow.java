package io.chainrule.service.store;

import io.chainrule.service.job.Best;
import io.chainrule.service.job.CheckpointMark;
import io.chainrule.service.job.Claims;
import io.chainrule.service.job.Course;
import io.chainrule.service.job.JobError;
import io.chainrule.service.job.JobResult;
import io.chainrule.service.job.JobState;
import io.chainrule.service.job.Progress;
import io.chainrule.service.job.Reach;
import io.chainrule.service.job.StopReason;
import io.chainrule.service.job.TrainingJob;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A job as a row of `training_job`.
final class JobRow {

    private JobRow() {}

    static TrainingJob read(ResultSet row, int number) throws SQLException {
        return new TrainingJob(
                row.getString("id"),
                Timestamps.read(row, "created_at"),
                row.getString("owner"),
                Json.readSpec(row.getString("spec")),
                row.getString("dataset_digest"),
                row.getLong("parameter_count"),
                Json.readWarnings(row.getString("warnings")),
                course(row));
    }

    private static Course course(ResultSet row) throws SQLException {
        return new Course(
                state(row),
                row.getLong("version"),
                row.getLong("events"),
                new Claims(row.getInt("attempt"), row.getInt("interruptions"), row.getInt("deaths")),
                row.getLong("turn"),
                reach(row),
                Timestamps.readIfPresent(row, "started_at"));
    }

    private static Reach reach(ResultSet row) throws SQLException {
        var progress = new Progress(
                row.getInt("epoch"),
                row.getInt("epochs"),
                row.getLong("step"),
                row.getLong("steps"),
                row.getDouble("elapsed_seconds"));
        var checkpointEpoch = row.getObject("checkpoint_epoch", Integer.class);
        return new Reach(
                progress,
                Json.readEpoch(row.getString("latest")),
                best(row),
                checkpointEpoch == null ? null : new CheckpointMark(checkpointEpoch, row.getLong("checkpoint_step")));
    }

    private static @Nullable Best best(ResultSet row) throws SQLException {
        var epoch = row.getObject("best_epoch", Integer.class);
        return epoch == null
                ? null
                : new Best(epoch, Metrics.ofKey(row.getString("best_metric")), row.getDouble("best_value"));
    }

    private static JobState state(ResultSet row) throws SQLException {
        var since = Timestamps.read(row, "state_since");
        var name = row.getString("state");
        return switch (name) {
            case "queued" -> new JobState.Queued(since);
            case "running" -> new JobState.Running(since);
            case "pausing" -> new JobState.Pausing(since);
            case "paused" -> new JobState.Paused(since);
            case "cancelling" -> new JobState.Cancelling(since);
            case "succeeded" -> new JobState.Succeeded(since, result(row));
            case "failed" -> new JobState.Failed(since, error(row));
            case "cancelled" -> new JobState.Cancelled(since);
            default -> throw new IllegalStateException("There is no job state " + name);
        };
    }

    private static JobResult result(ResultSet row) throws SQLException {
        return new JobResult(
                row.getString("model_id"),
                row.getString("parameters_hash"),
                StopReason.valueOf(row.getString("stop_reason")));
    }

    private static JobError error(ResultSet row) throws SQLException {
        return new JobError(
                row.getString("error_code"),
                row.getString("error_detail"),
                row.getObject("error_epoch", Integer.class),
                row.getString("error_fix"));
    }

    /// The columns that never change.
    static Map<String, @Nullable Object> fixed(TrainingJob job, String modelType) {
        var columns = new LinkedHashMap<String, @Nullable Object>();
        columns.put("id", job.id());
        columns.put("created_at", Timestamps.of(job.createdAt()));
        columns.put("owner", job.owner());
        columns.put("dataset_id", job.spec().dataset());
        columns.put("dataset_digest", job.datasetDigest());
        columns.put("validation_dataset_id", job.spec().validation().dataset());
        columns.put("model_type", modelType);
        columns.put("spec", Json.write(job.spec()));
        columns.put("warnings", Json.write(job.warnings()));
        columns.put("parameter_count", job.parameterCount());
        columns.put("epochs", job.progress().epochs());
        columns.put("steps", job.progress().steps());
        columns.put("bytes", job.bytes());
        return columns;
    }

    /// The columns that change.
    static Map<String, @Nullable Object> changing(TrainingJob job) {
        var columns = new LinkedHashMap<String, @Nullable Object>();
        columns.put("state", job.state().name());
        columns.put("state_since", Timestamps.of(job.state().since()));
        columns.put("version", job.version());
        columns.put("events", job.events());
        columns.put("attempt", job.attempt());
        columns.put("interruptions", job.interruptions());
        columns.put("deaths", job.course().claims().deaths());
        columns.put("turn", job.course().turn());
        columns.put("epoch", job.progress().epoch());
        columns.put("step", job.progress().step());
        var best = job.best();
        columns.put("best_epoch", best == null ? null : best.epoch());
        columns.put("best_metric", best == null ? null : best.metric().key());
        columns.put("best_value", best == null ? null : best.value());
        var checkpoint = job.checkpoint();
        columns.put("checkpoint_epoch", checkpoint == null ? null : checkpoint.epoch());
        columns.put("checkpoint_step", checkpoint == null ? null : checkpoint.step());
        columns.put("elapsed_seconds", job.progress().elapsedSeconds());
        columns.put("latest", Json.write(job.latest()));
        columns.put("started_at", Timestamps.ofNullable(job.startedAt()));
        var result = job.result().orElse(null);
        columns.put("model_id", result == null ? null : result.model());
        columns.put("parameters_hash", result == null ? null : result.parametersHash());
        columns.put("stop_reason", result == null ? null : result.stopReason().name());
        var error = job.error().orElse(null);
        columns.put("error_code", error == null ? null : error.code());
        columns.put("error_detail", error == null ? null : error.detail());
        columns.put("error_epoch", error == null ? null : error.epoch());
        columns.put("error_fix", error == null ? null : error.fix());
        return columns;
    }
}
