package io.chainrule.faults;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// What a checker has found.
final class Verdict {

    enum Kind {
        /// Something that was acknowledged is not there, or not as it was told.
        LOST,
        /// Two of what should be one: jobs of a request, models of a job.
        DUPLICATES,
        /// A result that is not the one of the run that nobody interrupted.
        MISMATCHED,
        /// A life that the contract does not allow.
        ILLEGAL
    }

    private record Finding(Kind kind, String what) {}

    private final List<Finding> findings = new ArrayList<>();

    void find(Kind kind, String what, Object... about) {
        findings.add(new Finding(kind, what.formatted(about)));
    }

    void require(boolean holds, Kind kind, String what, Object... about) {
        if (!holds) {
            find(kind, what, about);
        }
    }

    long count(Kind kind) {
        return findings.stream().filter(finding -> finding.kind() == kind).count();
    }

    boolean isClean() {
        return findings.isEmpty();
    }

    /// `lost=0 duplicates=0 mismatched=0 illegal=0`
    String line() {
        var counts = new ArrayList<String>();
        for (var kind : Kind.values()) {
            counts.add(kind.name().toLowerCase(Locale.ROOT) + "=" + count(kind));
        }
        return String.join(" ", counts);
    }

    /// The counts, and what was found.
    @Override
    public String toString() {
        var text = new StringBuilder(line());
        findings.stream()
                .limit(30)
                .forEach(finding ->
                        text.append("\n  ").append(finding.kind()).append(": ").append(finding.what()));
        return text.toString();
    }
}
