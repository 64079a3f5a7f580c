package io.chainrule.learning.dataset.statistics;

import io.chainrule.learning.dataset.CategoryColumn;
import io.chainrule.learning.dataset.Column;
import io.chainrule.learning.dataset.ColumnType;
import io.chainrule.learning.dataset.DateColumn;
import io.chainrule.learning.dataset.NumberColumn;
import io.chainrule.learning.dataset.TextColumn;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// What a column looks like.
///
/// @param count how many values are there
/// @param missing how many are not
/// @param distinct how many different ones there are; absent for numbers
/// @param numbers absent unless there are any
/// @param categories absent unless there are any, sorted by code point
public record ColumnSummary(
        String name,
        ColumnType type,
        int count,
        int missing,
        @Nullable Integer distinct,
        @Nullable NumberSummary numbers,
        @Nullable List<Counted> categories) {

    /// A label, and how many rows have it.
    public record Counted(String label, int count) {}

    static ColumnSummary of(Column column) {
        int missing = column.missing();
        int count = column.size() - missing;
        return switch (column) {
            case NumberColumn numbers ->
                new ColumnSummary(
                        column.name(), column.type(), count, missing, null, count == 0 ? null : summary(numbers), null);
            case CategoryColumn categories -> {
                var counted = counted(categories);
                yield new ColumnSummary(column.name(), column.type(), count, missing, counted.size(), null, counted);
            }
            case TextColumn _, DateColumn _ ->
                new ColumnSummary(column.name(), column.type(), count, missing, distinct(column), null, null);
        };
    }

    private static NumberSummary summary(NumberColumn column) {
        return NumberSummary.of(IntStream.range(0, column.size())
                .filter(row -> !column.isMissing(row))
                .mapToDouble(column::at)
                .toArray());
    }

    static List<Counted> counted(CategoryColumn column) {
        var counts = column.counts();
        var counted = new ArrayList<Counted>();
        for (int i = 0; i < counts.length; i++) {
            counted.add(new Counted(column.categories().get(i), counts[i]));
        }
        return counted;
    }

    private static int distinct(Column column) {
        var values = new HashSet<Object>();
        for (int row = 0; row < column.size(); row++) {
            var value = column.value(row);
            if (value != null) {
                values.add(value);
            }
        }
        return values.size();
    }
}
