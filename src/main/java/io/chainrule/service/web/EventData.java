package io.chainrule.service.web;

import io.chainrule.learning.training.History;
import io.chainrule.service.job.JobEvent;
import io.chainrule.service.job.TrainingJob;
import io.chainrule.service.job.TrainingJobs;
import io.chainrule.service.web.JobView.ErrorView;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// The data of events as JSON, in one line.
@Component
class EventData {

    private final TrainingJobs jobs;
    private final JsonMapper json;

    EventData(TrainingJobs jobs, JsonMapper json) {
        this.jobs = jobs;
        this.json = json;
    }

    String of(String job, JobEvent event) {
        return json.writeValueAsString(
                switch (event) {
                    case JobEvent.StateChanged changed -> StateData.of(job, changed, outcome(job, changed));
                    case JobEvent.Measured block -> columns(job, block);
                    case JobEvent.CheckpointWritten(int epoch, long step) -> new CheckpointData(epoch, step);
                    case JobEvent.Ended(var state) -> new EndData(state);
                });
    }

    /// The job itself, if the change of state was its last one.
    private @Nullable TrainingJob outcome(String job, JobEvent.StateChanged changed) {
        return jobs.find(job)
                .filter(found -> found.state().isFinal() && found.version() == changed.version())
                .orElse(null);
    }

    private Map<String, Object> columns(String job, JobEvent.Measured block) {
        var columns = new LinkedHashMap<String, Object>();
        var rows = jobs.history(job, block).map(History::snapshot).orElse(null);
        columns.put("epoch", rows == null ? new int[0] : rows.epochs());
        if (rows != null) {
            rows.metrics().forEach(metric -> columns.put(metric.key(), rows.column(metric)));
        }
        return columns;
    }

    /// @param model what it has made, if it has succeeded
    private record StateData(
            String job,
            String state,
            long version,
            int attempt,
            Instant at,
            @Nullable ErrorView error,
            @Nullable String model,
            @Nullable String stopReason) {

        static StateData of(String id, JobEvent.StateChanged changed, @Nullable TrainingJob outcome) {
            var result = outcome == null ? null : outcome.result().orElse(null);
            return new StateData(
                    id,
                    changed.state(),
                    changed.version(),
                    changed.attempt(),
                    changed.at(),
                    outcome == null ? null : outcome.error().map(ErrorView::of).orElse(null),
                    result == null ? null : result.model(),
                    result == null ? null : result.stopReason().wireName());
        }
    }

    private record CheckpointData(int epoch, long step) {}

    private record EndData(String state) {}
}
