package io.chainrule.learning.dataset.statistics;

import io.chainrule.learning.dataset.CategoryColumn;
import io.chainrule.learning.dataset.Dataset;
import java.util.List;

/// What a dataset looks like in numbers.
///
/// @param columns in the order of the dataset, the target among them
/// @param classes the labels of the target and how often they occur; none for a regression
public record Statistics(List<ColumnSummary> columns, List<ColumnSummary.Counted> classes, Correlations correlations) {

    public Statistics {
        columns = List.copyOf(columns);
        classes = List.copyOf(classes);
    }

    public static Statistics of(Dataset dataset) {
        return new Statistics(
                dataset.columns().stream().map(ColumnSummary::of).toList(),
                dataset.targetColumn() instanceof CategoryColumn labels ? ColumnSummary.counted(labels) : List.of(),
                Correlations.of(dataset.table()));
    }
}
