package io.chainrule.faults;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The state table of the contract, written down a second time, so that the service is not measured by itself.
final class StateTable {

    static final Set<String> FINAL = Set.of("succeeded", "failed", "cancelled");

    private static final Map<String, Set<String>> TABLE = Map.of(
            "queued", Set.of("running", "paused", "cancelled"),
            "running", Set.of("queued", "pausing", "cancelling", "succeeded", "failed"),
            "pausing", Set.of("paused", "cancelling", "succeeded"),
            "paused", Set.of("queued", "cancelled"),
            "cancelling", Set.of("cancelled"),
            "succeeded", Set.of(),
            "failed", Set.of(),
            "cancelled", Set.of());

    private StateTable() {}

    static boolean allows(String from, String to) {
        return TABLE.getOrDefault(from, Set.of()).contains(to);
    }

    /// Where a command of a client leads to, null if it is refused. Asking again changes nothing.
    static @Nullable String answer(String command, String state) {
        return switch (command + " " + state) {
            case "pause queued", "pause paused" -> "paused";
            case "pause running", "pause pausing" -> "pausing";
            case "resume paused", "resume queued" -> "queued";
            case "resume running" -> "running";
            case "cancel queued", "cancel paused", "cancel cancelled" -> "cancelled";
            case "cancel running", "cancel pausing", "cancel cancelling" -> "cancelling";
            default -> null;
        };
    }
}
