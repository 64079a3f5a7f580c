package io.chainrule.service.store;

import io.chainrule.service.job.JobEvent;
import java.time.Instant;
import tools.jackson.databind.node.JsonNodeFactory;

/// Events of jobs as JSON text.
final class EventText {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private EventText() {}

    static String write(JobEvent event) {
        var json = NODES.objectNode().put("kind", event.kind());
        switch (event) {
            case JobEvent.StateChanged(var state, long version, int attempt, var at) ->
                json.put("state", state)
                        .put("version", version)
                        .put("attempt", attempt)
                        .put("at", at.toString());
            case JobEvent.Measured(int first, int last) ->
                json.put("first", first).put("last", last);
            case JobEvent.CheckpointWritten(int epoch, long step) ->
                json.put("epoch", epoch).put("step", step);
            case JobEvent.Ended(var state) -> json.put("state", state);
        }
        return json.toString();
    }

    static JobEvent read(String text) {
        var json = Json.read(text);
        var kind = json.get("kind").stringValue();
        return switch (kind) {
            case "state" ->
                new JobEvent.StateChanged(
                        json.get("state").stringValue(),
                        json.get("version").longValue(),
                        json.get("attempt").intValue(),
                        Instant.parse(json.get("at").stringValue()));
            case "metrics" ->
                new JobEvent.Measured(
                        json.get("first").intValue(), json.get("last").intValue());
            case "checkpoint" ->
                new JobEvent.CheckpointWritten(
                        json.get("epoch").intValue(), json.get("step").longValue());
            case "end" -> new JobEvent.Ended(json.get("state").stringValue());
            default -> throw new IllegalStateException("There is no event of kind " + kind);
        };
    }
}
