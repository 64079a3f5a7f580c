package io.chainrule.faults;

import io.chainrule.faults.Recording.Answered;
import io.chainrule.faults.Recording.Asked;
import io.chainrule.faults.Recording.Entry;
import io.chainrule.faults.Recording.Seen;
import io.chainrule.faults.StoredJobs.Row;
import io.chainrule.faults.Verdict.Kind;
import io.chainrule.service.access.Caller;
import io.chainrule.service.store.Stores;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Decides, when all is over and no process has the database open, whether the service has kept its promises: from the
/// record of what it said, from what is in its database, and from runs that nobody interrupted.
final class Checker {

    private static final Pattern CANCEL = Pattern.compile(Client.JOBS + "/(.*)/cancel");

    private final Verdict verdict = new Verdict();
    private final Stores stores;
    private final StoredJobs stored;

    private Checker(Stores stores) {
        this.stores = stores;
        this.stored = new StoredJobs(stores.database());
    }

    /// @param data the folder of the database, which nobody else has open
    static Verdict check(Path data, List<Entry> record) {
        try (var stores = new Stores(data, Clock.systemUTC())) {
            return check(stores, record);
        }
    }

    static Verdict check(Stores stores, List<Entry> record) {
        var checker = new Checker(stores);
        Caller.service().run(() -> checker.checkAll(record));
        return checker.verdict;
    }

    private void checkAll(List<Entry> record) {
        var rows = stored.all().stream().collect(Collectors.toMap(Row::id, Function.identity()));
        var states = new HashMap<String, Map<Long, String>>();
        var results = new ResultCheck(stores, stored, verdict);
        rows.forEach((id, row) -> {
            states.put(id, LifeCheck.of(row, stored.events(id), verdict));
            results.check(row);
        });
        stored.repeatedRequests()
                .forEach(request -> verdict.find(Kind.DUPLICATES, "request %s has made more than one job", request));
        var asked = record.stream()
                .filter(Asked.class::isInstance)
                .map(Asked.class::cast)
                .collect(Collectors.toMap(Asked::request, Function.identity()));
        var made = new HashMap<String, Asked>();
        for (var entry : record) {
            if (entry instanceof Answered answer) {
                var question = Objects.requireNonNull(asked.get(answer.request()));
                answer.jobs().forEach(seen -> checkSeen(seen, answer, rows, states));
                checkCancel(question, answer, rows);
                if (isMaking(question) && answer.status() == 202) {
                    answer.jobs().forEach(seen -> checkMade(seen, question, made));
                }
            }
        }
    }

    private static boolean isMaking(Asked question) {
        return question.method().equals("POST") && question.path().equals(Client.JOBS);
    }

    /// What was shown once is true for ever: each version had one state, and the last is the stored one.
    private void checkSeen(Seen seen, Answered answer, Map<String, Row> rows, Map<String, Map<Long, String>> states) {
        var row = rows.get(seen.id());
        if (row == null) {
            verdict.find(Kind.LOST, "%s was told of in %s, but is not there", seen.id(), answer.request());
            return;
        }
        var known = states.getOrDefault(seen.id(), Map.of()).get(seen.version());
        if (known == null) {
            verdict.find(
                    Kind.LOST, "version %d of %s was %s, and is not there", seen.version(), seen.id(), seen.state());
            return;
        }
        verdict.require(
                known.equals(seen.state()),
                Kind.ILLEGAL,
                "version %d of %s is %s, but was shown as %s",
                seen.version(),
                seen.id(),
                known,
                seen.state());
        verdict.require(
                !StateTable.FINAL.contains(seen.state()) || row.state().equals(seen.state()),
                Kind.ILLEGAL,
                "%s was shown as %s, but is %s",
                seen.id(),
                seen.state(),
                row.state());
        verdict.require(
                seen.parametersHash() == null || seen.parametersHash().equals(row.parametersHash()),
                Kind.MISMATCHED,
                "%s was shown with other parameters",
                seen.id());
    }

    /// Whoever was told that the job will be cancelled does not get a result, and who was told that it is too late
    /// does.
    private void checkCancel(Asked question, Answered answer, Map<String, Row> rows) {
        var cancel = CANCEL.matcher(question.path());
        if (cancel.matches() && rows.get(cancel.group(1)) instanceof Row row) {
            boolean isCancelled = row.state().equals("cancelled");
            verdict.require(
                    answer.status() == (isCancelled ? 202 : 409) || answer.status() >= 500,
                    Kind.ILLEGAL,
                    "%s was told %d to cancel, but is %s",
                    row.id(),
                    answer.status(),
                    row.state());
        }
    }

    /// The same request may be posted again with its key; others have another tag.
    private void checkMade(Seen seen, Asked question, Map<String, Asked> made) {
        var other = made.putIfAbsent(seen.id(), question);
        verdict.require(
                other == null || Objects.equals(other.body(), question.body()),
                Kind.DUPLICATES,
                "%s was made by %s and %s",
                seen.id(),
                other,
                question);
    }
}
