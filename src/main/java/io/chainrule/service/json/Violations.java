package io.chainrule.service.json;

import io.chainrule.learning.specification.Violation;
import java.util.ArrayList;
import java.util.List;

/// What was found wrong so far in a document. All is counted, the first hundred are kept: enough to repair a request.
final class Violations {

    private static final int MOST_KEPT = 100;

    private final List<Violation> kept = new ArrayList<>();
    private int count;

    void add(Violation violation) {
        count++;
        if (kept.size() < MOST_KEPT) {
            kept.add(violation);
        }
    }

    /// Whether what is found from now on is counted only.
    boolean isFull() {
        return kept.size() == MOST_KEPT;
    }

    int count() {
        return count;
    }

    List<Violation> kept() {
        return kept;
    }
}
