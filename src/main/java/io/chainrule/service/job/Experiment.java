package io.chainrule.service.job;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Jobs that were posted together, to be compared. Its state is that of its jobs.
///
/// @param states how many jobs are in each state, in the order of [JobState#names]; states without jobs are left out
public record Experiment(
        String id, Instant createdAt, @Nullable String name, Map<String, Long> states) {

    public Experiment {
        var ordered = new LinkedHashMap<String, Long>();
        for (var state : JobState.names()) {
            if (states.containsKey(state)) {
                ordered.put(state, states.get(state));
            }
        }
        states = Collections.unmodifiableMap(ordered);
    }

    /// How the whole stands: nothing has begun, something is still to come, or all has come to its end.
    public enum Stage {
        QUEUED,
        RUNNING,
        FINISHED
    }

    public Stage stage() {
        if (JobState.finalNames().containsAll(states.keySet())) {
            return Stage.FINISHED;
        }
        return states.keySet().equals(Set.of("queued")) ? Stage.QUEUED : Stage.RUNNING;
    }

    public long jobs() {
        return states.values().stream().mapToLong(Long::longValue).sum();
    }

    /// What a client can ask for now.
    public Set<JobAction> allowedActions() {
        return stage() == Stage.FINISHED ? Set.of() : Set.of(JobAction.CANCEL);
    }

    public boolean isSample() {
        return Identifiers.isSample(id);
    }
}
