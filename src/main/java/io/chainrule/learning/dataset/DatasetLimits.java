package io.chainrule.learning.dataset;

import io.chainrule.learning.specification.Setting;
import io.chainrule.learning.specification.Settings;

/// How large a dataset may be.
public record DatasetLimits(
        @Setting(help = "Rows of a dataset", byDefault = "200000", min = 1)
        int rows,

        @Setting(help = "Columns of a dataset, the target included", byDefault = "200", min = 2)
        int columns,

        @Setting(help = "Classes of a target", byDefault = "100", min = 2)
        int classes) {

    /// Rows of a dataset.
    public static final int MOST_ROWS = 200_000;

    public DatasetLimits {
        Settings.require(DatasetLimits.class, rows, columns, classes);
    }

    public static DatasetLimits standard() {
        return new DatasetLimits(MOST_ROWS, 200, 100);
    }
}
