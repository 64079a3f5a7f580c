package io.chainrule.learning.dataset;

import org.jspecify.annotations.Nullable;

/// One named column of a table, immutable.
public sealed interface Column permits NumberColumn, CategoryColumn, TextColumn, DateColumn {

    String name();

    ColumnType type();

    int size();

    boolean isMissing(int row);

    /// A `Double`, a `String`, or null where the value is missing.
    @Nullable
    Object value(int row);

    /// How many values are missing.
    default int missing() {
        int missing = 0;
        for (int row = 0; row < size(); row++) {
            missing += isMissing(row) ? 1 : 0;
        }
        return missing;
    }
}
