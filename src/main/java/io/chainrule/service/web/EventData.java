package io.chainrule.service.web;

import io.chainrule.learning.training.History;
import io.chainrule.service.job.JobEvent;
import io.chainrule.service.job.JobEvents.NumberedEvent;
import io.chainrule.service.job.TrainingJob;
import io.chainrule.service.job.TrainingJobs;
import io.chainrule.service.web.JobView.ErrorView;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

/// Writes the data of events as JSON, in one line. Readers may be many and slow: what is small is made once for all of
/// them, and of what is large they hold no more than some values of one column each.
@Component
class EventData {

    /// Epochs that are read at once, which is how many are stored together.
    private static final int CHUNK = 8192;

    private static final String EPOCH = "epoch";

    private final TrainingJobs jobs;
    private final NewestEvents newest;
    private final ObjectWriter json;

    EventData(TrainingJobs jobs, NewestEvents newest, JsonMapper json) {
        this.jobs = jobs;
        this.newest = newest;
        this.json = json.writer()
                .without(StreamWriteFeature.AUTO_CLOSE_TARGET)
                .without(StreamWriteFeature.FLUSH_PASSED_TO_STREAM);
    }

    /// Leaves the output open.
    ///
    /// @throws IOException if the job is deleted meanwhile
    void write(String job, NumberedEvent numbered, OutputStream output) throws IOException {
        if (numbered.event() instanceof JobEvent.Measured(int first, int last) && last - first >= CHUNK) {
            writeBlock(job, first, last, output);
        } else {
            output.write(newest.get(job, numbered.number(), () -> json.writeValueAsBytes(data(job, numbered.event()))));
        }
    }

    private Object data(String job, JobEvent event) throws IOException {
        return switch (event) {
            case JobEvent.StateChanged changed -> StateData.of(job, changed, outcome(job, changed));
            case JobEvent.Measured(int first, int last) -> columns(rows(job, first, last));
            case JobEvent.CheckpointWritten(int epoch, long step) -> new CheckpointData(epoch, step);
            case JobEvent.Ended(var state) -> new EndData(state);
        };
    }

    private static Map<String, Object> columns(History.Rows rows) {
        var columns = new LinkedHashMap<String, Object>();
        columns.put(EPOCH, rows.epochs());
        rows.metrics().forEach(metric -> columns.put(metric.key(), rows.column(metric)));
        return columns;
    }

    /// The job itself, if the change of state was its last one.
    private @Nullable TrainingJob outcome(String job, JobEvent.StateChanged changed) {
        return jobs.find(job)
                .filter(found -> found.state().isFinal() && found.version() == changed.version())
                .orElse(null);
    }

    private void writeBlock(String job, int first, int last, OutputStream output) throws IOException {
        try (var generator = json.createGenerator(output)) {
            generator.writeStartObject();
            generator.writeArrayPropertyStart(EPOCH);
            for (int epoch = first; epoch <= last; epoch++) {
                generator.writeNumber(epoch);
            }
            generator.writeEndArray();
            for (var metric : rows(job, first, first).metrics()) {
                generator.writeArrayPropertyStart(metric.key());
                for (int from = first; from <= last; from += CHUNK) {
                    write(rows(job, from, Math.min(last, from + CHUNK - 1)).column(metric), generator);
                }
                generator.writeEndArray();
            }
            generator.writeEndObject();
        }
    }

    private static void write(double[] values, JsonGenerator generator) {
        for (double value : values) {
            generator.writeNumber(value);
        }
    }

    private History.Rows rows(String job, int first, int last) throws IOException {
        return jobs.history(job, first, last)
                .map(History::snapshot)
                .filter(rows -> rows.size() == last - first + 1)
                .orElseThrow(() -> new IOException("The history of " + job + " is gone"));
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
