package io.chainrule.learning.dataset;

import java.util.ArrayList;
import java.util.List;

/// Collects what is wrong with examples, up to twenty problems, so that all can be corrected at once.
final class Problems {

    private static final int MOST = 20;

    private final List<Problem> problems = new ArrayList<>();

    void note(Problem problem) {
        if (!isFull()) {
            problems.add(problem);
        }
    }

    boolean isEmpty() {
        return problems.isEmpty();
    }

    boolean isFull() {
        return problems.size() == MOST;
    }

    /// Refuses the examples if anything was noted.
    void check() {
        if (!isEmpty()) {
            throw new DatasetInvalidException(problems);
        }
    }

    static DatasetInvalidException of(Problem problem) {
        return new DatasetInvalidException(List.of(problem));
    }
}
