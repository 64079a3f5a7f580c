package io.chainrule.learning.dataset;

import io.chainrule.learning.specification.InvalidSpecException;
import java.util.List;

/// The column to be predicted, or several columns of numbers that are predicted together.
public record Target(List<String> names) {

    /// Columns that are predicted together, at the utmost: each is a curve or a grid of its own in most answers.
    public static final int MOST = 16;

    /// The name of the limit that may allow fewer.
    public static final String LIMIT = "job.targets";

    public Target {
        names = List.copyOf(names);
        if (names.isEmpty() || names.size() > MOST) {
            throw new InvalidSpecException(
                    "", "A target is one column, or 2 to %d of numbers, but got %d".formatted(MOST, names.size()));
        }
        for (int i = 1; i < names.size(); i++) {
            if (names.subList(0, i).contains(names.get(i))) {
                throw new InvalidSpecException("/" + i, names.get(i) + " is named twice");
            }
        }
    }

    public static Target of(String column) {
        return new Target(List.of(column));
    }

    public boolean isSeveral() {
        return names.size() > 1;
    }

    /// As a sentence names it: `y`, or `y1, y2`.
    @Override
    public String toString() {
        return String.join(", ", names);
    }
}
