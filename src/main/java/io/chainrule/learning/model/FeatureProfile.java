package io.chainrule.learning.model;

import io.chainrule.learning.dataset.CategoryColumn;
import io.chainrule.learning.dataset.Column;
import io.chainrule.learning.dataset.DateColumn;
import io.chainrule.learning.dataset.NumberColumn;
import io.chainrule.learning.dataset.TextColumn;
import io.chainrule.learning.specification.Choice;
import io.chainrule.learning.specification.Setting;
import java.util.Arrays;
import java.util.List;

/// What the training examples of a model show about one of its features.
public sealed interface FeatureProfile {

    String name();

    @Choice(help = "A feature of numbers")
    record Numbers(
            @Setting(help = "Name of the column") String name,
            @Setting(help = "Least value") double min,
            @Setting(help = "Greatest value") double max,
            @Setting(help = "Middle value") double median)
            implements FeatureProfile {}

    @Choice(help = "A feature of categories")
    record Categories(
            @Setting(help = "Name of the column") String name,

            @Setting(help = "Categories, sorted by code point")
            List<String> categories,

            @Setting(help = "The most frequent one") String mode)
            implements FeatureProfile {

        public Categories {
            categories = List.copyOf(categories);
        }
    }

    /// Of the column's values in these rows; missing ones are left out.
    static FeatureProfile of(Column column, int[] rows) {
        return switch (column) {
            case NumberColumn numbers -> numbers(numbers, rows);
            case CategoryColumn categories ->
                new Categories(categories.name(), categories.categories(), mode(categories, rows));
            case TextColumn _, DateColumn _ ->
                throw new IllegalArgumentException("Column " + column.name() + " cannot be a feature");
        };
    }

    private static Numbers numbers(NumberColumn column, int[] rows) {
        var values = Arrays.stream(rows)
                .mapToDouble(column::at)
                .filter(Double::isFinite)
                .sorted()
                .toArray();
        int middle = values.length / 2;
        var median = values.length % 2 == 1 ? values[middle] : 0.5 * values[middle - 1] + 0.5 * values[middle];
        return new Numbers(column.name(), values[0], values[values.length - 1], median);
    }

    /// The most frequent category, the first of equally frequent ones.
    private static String mode(CategoryColumn column, int[] rows) {
        var counts = new int[column.categories().size()];
        int mode = 0;
        for (int row : rows) {
            if (!column.isMissing(row)) {
                counts[column.code(row)]++;
            }
        }
        for (int code = 1; code < counts.length; code++) {
            mode = counts[code] > counts[mode] ? code : mode;
        }
        return column.categories().get(mode);
    }
}
