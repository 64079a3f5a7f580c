package io.chainrule.service.json;

import io.chainrule.engine.expression.NearestName;
import java.util.Collection;
import java.util.stream.Collectors;

/// The names that are known at a place, as an error message tells them.
final class Known {

    private Known() {}

    /// A sentence that helps the writer of an unknown name on.
    static String insteadOf(String name, Collection<String> known) {
        return NearestName.of(name, known)
                .map(near -> "Unknown name \"" + Shown.abridged(name) + "\"; did you mean \"" + near + "\"?")
                .orElseGet(() -> "Unknown name \"" + Shown.abridged(name) + "\"; known here: " + list(known));
    }

    static String list(Collection<String> known) {
        return known.isEmpty()
                ? "nothing"
                : known.stream().map(name -> '"' + name + '"').collect(Collectors.joining(", "));
    }
}
