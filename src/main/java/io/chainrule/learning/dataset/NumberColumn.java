package io.chainrule.learning.dataset;

import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A column of finite numbers; NaN stands for a missing one.
public final class NumberColumn implements Column {

    private final String name;
    private final double[] values;
    private final int missing;

    public NumberColumn(String name, double... values) {
        int missing = 0;
        for (double value : values) {
            missing += Double.isNaN(value) ? 1 : 0;
            if (Double.isInfinite(value)) {
                throw new IllegalArgumentException("Column " + name + " must hold finite numbers but has " + value);
            }
        }
        this.name = name;
        this.values = values.clone();
        this.missing = missing;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public ColumnType type() {
        return ColumnType.NUMBER;
    }

    @Override
    public int size() {
        return values.length;
    }

    public double at(int row) {
        return values[row];
    }

    @Override
    public boolean isMissing(int row) {
        return Double.isNaN(values[row]);
    }

    @Override
    public int missing() {
        return missing;
    }

    @Override
    public @Nullable Double value(int row) {
        return isMissing(row) ? null : values[row];
    }

    /// Whether the numbers look measured rather than counted: a fraction, or more distinct ones than a code would have.
    boolean isContinuous() {
        Set<Double> distinct = new HashSet<>();
        for (double value : values) {
            if (!Double.isNaN(value)
                    && (value != Math.rint(value)
                            || (distinct.add(value + 0.0) && distinct.size() > Task.CLASS_NUMBERS))) {
                return true;
            }
        }
        return false;
    }

    /// The same column as categories: each number in its shortest form.
    CategoryColumn asCategories() {
        var texts = new Texts.Builder();
        for (double value : values) {
            texts.add(Double.isNaN(value) ? "" : NumberText.of(value));
        }
        return CategoryColumn.of(name, texts.build());
    }
}
