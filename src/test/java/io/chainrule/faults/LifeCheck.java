package io.chainrule.faults;

import io.chainrule.faults.StoredJobs.Event;
import io.chainrule.faults.StoredJobs.Row;
import io.chainrule.faults.Verdict.Kind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Checks the events of one job: numbered from 1 without gaps, each state one that the contract's table allows after
/// the one before, versions and attempts that grow by one, epochs that come once and in order, checkpoints that do not
/// go back, and an end that is the last.
final class LifeCheck {

    private final Row job;
    private final Verdict verdict;
    private final Map<Long, String> stateOfVersion = new HashMap<>();
    private String state = "";
    private long version;
    private int attempt;
    private int epoch;
    private long step;
    private boolean hasEnded;

    private LifeCheck(Row job, Verdict verdict) {
        this.job = job;
        this.verdict = verdict;
    }

    /// @return the state of each version that there has been
    static Map<Long, String> of(Row job, List<Event> events, Verdict verdict) {
        var check = new LifeCheck(job, verdict);
        check.walk(events);
        return check.stateOfVersion;
    }

    private void walk(List<Event> events) {
        for (int i = 0; i < events.size(); i++) {
            var event = events.get(i);
            require(event.number() == i + 1, "event %d has number %d", i + 1, event.number());
            require(!hasEnded, "event %d comes after the end", event.number());
            read(event);
        }
        require(job.events() == events.size(), "it counts %d events, but there are %d", job.events(), events.size());
        require(job.state().equals(state), "it is %s, but its last event says %s", job.state(), state);
        require(job.version() == version, "its version is %d, but its last event's %d", job.version(), version);
        require(job.attempt() == attempt, "its attempt is %d, but its last event's %d", job.attempt(), attempt);
        require(job.epoch() == epoch, "it has %d epochs, but events tell of %d", job.epoch(), epoch);
        require(hasEnded == StateTable.FINAL.contains(state), "it is %s, and its end is told: %s", state, hasEnded);
    }

    private void read(Event event) {
        switch (event.kind()) {
            case "state" -> change(event);
            case "metrics" -> {
                int first = event.content().get("first").intValue();
                require(first == epoch + 1, "epochs from %d on come after epoch %d", first, epoch);
                epoch = event.content().get("last").intValue();
                require(epoch >= first, "epochs end with %d before they begin with %d", epoch, first);
                requireRunning(event);
            }
            case "checkpoint" -> {
                int at = event.content().get("epoch").intValue();
                long reached = event.content().get("step").longValue();
                require(reached >= step, "a checkpoint of step %d comes after one of step %d", reached, step);
                step = reached;
                require(at <= epoch, "a checkpoint of epoch %d is written at epoch %d", at, epoch);
                requireRunning(event);
            }
            case "end" -> {
                hasEnded = true;
                require(event.state().equals(state), "it ends as %s, but is %s", event.state(), state);
            }
            default -> require(false, "event %d is a %s", event.number(), event.kind());
        }
    }

    private void change(Event event) {
        var next = event.state();
        if (state.isEmpty()) {
            require(next.equals("queued"), "it begins as %s", next);
        } else {
            require(StateTable.allows(state, next), "it goes from %s to %s", state, next);
        }
        state = next;
        require(event.content().get("version").longValue() == ++version, "version %d is not there", version);
        if (next.equals("running")) {
            attempt++;
        }
        require(event.content().get("attempt").intValue() == attempt, "attempt %d is not there", attempt);
        stateOfVersion.put(version, next);
    }

    private void requireRunning(Event event) {
        boolean isWithAWorker = List.of("running", "pausing", "cancelling").contains(state);
        require(isWithAWorker, "event %d is of a worker, but the job is %s", event.number(), state);
    }

    private void require(boolean holds, String what, Object... about) {
        if (!holds) {
            verdict.find(Kind.ILLEGAL, "%s: %s", job.id(), what.formatted(about));
        }
    }
}
