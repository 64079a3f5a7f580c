package io.chainrule.learning.dataset;

import io.chainrule.learning.specification.InvalidSpecException;
import io.chainrule.learning.specification.Setting;
import io.chainrule.learning.specification.Settings;

/// How large a dataset may be.
public record DatasetLimits(
        @Setting(help = "Rows of a dataset", min = 1, max = MOST_ROWS)
        int rows,

        @Setting(help = "Columns of a dataset, the target included", min = 2, max = MOST_COLUMNS)
        int columns,

        @Setting(help = "Classes of a target", min = 2, max = MOST_CLASSES)
        int classes) {

    /// What can be borne at all: rows times columns are positions in one array.
    public static final int MOST_ROWS = 2_000_000;

    /// What can be borne at all, see the rows.
    public static final int MOST_COLUMNS = 1_000;

    /// What can be borne at all: answers have a column for each.
    public static final int MOST_CLASSES = 1_000;

    public DatasetLimits {
        Settings.require(DatasetLimits.class, rows, columns, classes);
    }

    public static DatasetLimits standard() {
        return new DatasetLimits(200_000, 200, 100);
    }

    /// For datasets that are made rather than read; how many examples they have is known before.
    ///
    /// @throws InvalidSpecException if there are too many columns
    public void requireColumns(int count) {
        if (count > columns) {
            throw new InvalidSpecException(
                    "", "A dataset has at most %d columns, but this one has %d".formatted(columns, count));
        }
    }
}
