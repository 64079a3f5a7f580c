package io.chainrule.learning.dataset;

import java.util.Collection;
import java.util.HashSet;

/// What the columns of a dataset may be called.
public final class ColumnNames {

    private ColumnNames() {}

    /// Refuses names that cannot be told apart or cannot be written, with `DatasetInvalidException`.
    public static void require(Collection<String> names) {
        var problems = new Problems();
        check(names, DatasetLimits.standard(), problems);
        problems.check();
    }

    /// Notes names that cannot be told apart or cannot be written.
    static void check(Collection<String> names, DatasetLimits limits, Problems problems) {
        if (names.size() > limits.columns()) {
            problems.note(Problem.ofWhole(
                    "A dataset has at most " + limits.columns() + " columns, but this one has " + names.size()));
            return;
        }
        var seen = new HashSet<String>();
        int number = 0;
        for (var name : names) {
            number++;
            if (name.isBlank()) {
                problems.note(Problem.ofWhole("Column " + number + " has no name"));
            } else if (name.length() > 200 || name.codePoints().anyMatch(Character::isISOControl)) {
                problems.note(Problem.ofWhole(
                        "Column " + number + " must have a name of at most 200 characters on one line"));
            } else if (!name.equals(name.strip())) {
                problems.note(Problem.ofColumn(name, "has blanks around its name: remove them"));
            } else if (!seen.add(name)) {
                problems.note(Problem.ofColumn(name, "is there twice: names must be different"));
            }
        }
    }
}
