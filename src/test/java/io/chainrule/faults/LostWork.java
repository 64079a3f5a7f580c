package io.chainrule.faults;

import io.chainrule.faults.Recording.Answered;
import io.chainrule.faults.Recording.Asked;
import io.chainrule.faults.Recording.Entry;
import io.chainrule.faults.Recording.Killed;
import io.chainrule.faults.Recording.Seen;
import io.chainrule.faults.Recording.Started;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/// How much of a killed process's training has to be done once more: the time between the last look at which a running
/// job did not have its newest checkpoint yet, and the kill. The truth is a little less.
final class LostWork {

    /// A running job: when it was seen first without the checkpoint that it has now.
    private record Watched(Seen seen, Instant lastBefore, Instant lastLook) {

        Watched next(Seen now, Instant at) {
            boolean isAsBefore =
                    Objects.equals(now.checkpointEpoch(), seen.checkpointEpoch()) && now.attempt() == seen.attempt();
            return new Watched(now, isAsBefore ? lastBefore : lastLook, at);
        }
    }

    /// The list of running jobs.
    static final String RUNNING = Client.JOBS + "?state=running&pageSize=200";

    private final Set<String> looks = new HashSet<>();
    private final Map<String, Watched> running = new HashMap<>();
    private Duration most = Duration.ZERO;

    private LostWork() {}

    static Duration most(List<Entry> record) {
        var lost = new LostWork();
        record.forEach(lost::read);
        return lost.most;
    }

    private void read(Entry entry) {
        switch (entry) {
            case Started _ -> running.clear();
            case Asked asked -> {
                if (asked.path().startsWith(RUNNING)) {
                    looks.add(asked.request());
                }
            }
            case Answered answer -> {
                if (looks.remove(answer.request()) && answer.status() == 200) {
                    look(answer);
                }
            }
            case Killed killed ->
                running.values().forEach(job -> {
                    var age = Duration.between(job.lastBefore(), killed.at());
                    most = age.compareTo(most) > 0 ? age : most;
                });
            case Recording.Ready _, Recording.Ended _, Recording.Unanswered _ -> {}
        }
    }

    private void look(Answered answer) {
        running.keySet().retainAll(answer.jobs().stream().map(Seen::id).toList());
        answer.jobs()
                .forEach(seen -> running.merge(
                        seen.id(),
                        new Watched(seen, answer.at(), answer.at()),
                        (before, _) -> before.next(seen, answer.at())));
    }
}
