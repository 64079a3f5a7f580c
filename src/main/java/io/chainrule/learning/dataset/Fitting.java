package io.chainrule.learning.dataset;

import io.chainrule.learning.specification.InvalidSpecException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Takes from the training rows what an encoding needs to know about a column.
final class Fitting {

    private final int[] rows;
    private final MissingValues missing;
    private final boolean standardize;

    /// Values of the column at hand; one array serves them all.
    private double[] values = new double[0];

    Fitting(int[] rows, MissingValues missing, boolean standardize) {
        this.rows = rows;
        this.missing = missing;
        this.standardize = standardize;
    }

    FeatureEncoding of(Column column) {
        return switch (column) {
            case NumberColumn numbers -> of(numbers);
            case CategoryColumn categories -> of(categories);
            case TextColumn _, DateColumn _ ->
                throw new IllegalArgumentException("Column " + column.name() + " is no feature");
        };
    }

    private FeatureEncoding of(NumberColumn column) {
        var substitute = missing.isFilled() ? substitute(column) : null;
        if (!standardize || rows.length == 0) {
            return new FeatureEncoding.Numeric(column.name(), substitute, 0, 1);
        }
        values = values.length == rows.length ? values : new double[rows.length];
        double other = substitute == null ? Double.NaN : substitute;
        for (int i = 0; i < rows.length; i++) {
            double value = column.at(rows[i]);
            values[i] = Double.isNaN(value) ? other : value;
        }
        return standardized(column.name(), substitute, values);
    }

    private static FeatureEncoding standardized(String name, @Nullable Double substitute, double[] values) {
        if (isConstant(values)) {
            return new FeatureEncoding.Numeric(name, substitute, values[0], 1);
        }
        double mean = mean(values);
        double squares = 0;
        for (double value : values) {
            squares += (value - mean) * (value - mean);
        }
        double deviation = Math.sqrt(squares / values.length);
        if (!Double.isFinite(deviation) || deviation == 0) {
            throw new InvalidSpecException(
                    "/standardize",
                    name + " cannot be standardized: its values are too " + (deviation == 0 ? "small" : "large"));
        }
        return new FeatureEncoding.Numeric(name, substitute, mean, deviation);
    }

    private static boolean isConstant(double[] values) {
        int i = 0;
        while (i < values.length && values[i] == values[0]) {
            i++;
        }
        return i == values.length;
    }

    private double substitute(NumberColumn column) {
        var present = present(column);
        if (present.length == 0) {
            throw new InvalidSpecException(
                    "/missing", column.name() + " has no value in the training rows, so that nothing can stand in");
        }
        double substitute = missing == MissingValues.MEAN ? mean(present) : median(present);
        if (Double.isInfinite(substitute)) {
            throw new InvalidSpecException("/missing", column.name() + " has values too large for a mean");
        }
        return substitute;
    }

    private double[] present(NumberColumn column) {
        var present = new double[rows.length];
        int count = 0;
        for (int row : rows) {
            if (!column.isMissing(row)) {
                present[count++] = column.at(row);
            }
        }
        return count == rows.length ? present : Arrays.copyOf(present, count);
    }

    private static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }

    private static double median(double[] values) {
        var sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : sorted[middle - 1] / 2 + sorted[middle] / 2;
    }

    /// The most frequent category stands in, the first of equals.
    private FeatureEncoding of(CategoryColumn column) {
        var categories = column.categories();
        var counts = new int[categories.size()];
        for (int row : rows) {
            if (!column.isMissing(row)) {
                counts[column.code(row)]++;
            }
        }
        int most = 0;
        for (int i = 1; i < counts.length; i++) {
            most = counts[i] > counts[most] ? i : most;
        }
        return new FeatureEncoding.OneHot(column.name(), categories, missing.isFilled() ? categories.get(most) : null);
    }
}
