package io.chainrule.learning.dataset;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Encodes rows of a table and collects what stands against it, column by column.
///
/// Numbers that nothing can stand against are written last, for so many rows at a time as stay in the cache until
/// their last column is there: the neighbours in a row come from different columns.
final class TableEncoder {

    private static final int CACHED = 1 << 14; // numbers

    private final Table table;
    private final int[] rows;
    private final Matrix matrix;
    private final Problems problems = new Problems();
    private final List<Numbers> harmless = new ArrayList<>();

    TableEncoder(Table table, int[] rows, Matrix matrix) {
        this.table = table;
        this.rows = rows;
        this.matrix = matrix;
    }

    void encode(List<FeatureEncoding> features) {
        int offset = 0;
        for (var feature : features) {
            var column = table.find(feature.name()).orElse(null);
            if (column == null) {
                problems.note(Problem.ofColumn(
                        feature.name(),
                        "is missing: the model needs it" + RowEncoder.hint(feature, features, table.names())));
            } else {
                switch (feature) {
                    case FeatureEncoding.Numeric numeric -> encode(numeric, column, offset);
                    case FeatureEncoding.OneHot oneHot -> encode(oneHot, column, offset);
                }
            }
            offset += feature.width();
        }
        problems.check();
        encodeHarmless();
    }

    /// A column of numbers, all present or to be stood in for.
    private record Numbers(FeatureEncoding.Numeric feature, NumberColumn column, int offset) {}

    private void encodeHarmless() {
        int block = Math.max(8, CACHED / Math.max(1, matrix.columns()));
        for (int from = 0; from < rows.length; from += block) {
            int to = Math.min(from + block, rows.length);
            for (var numbers : harmless) {
                encode(numbers.feature, numbers.column, numbers.offset, from, to);
            }
        }
    }

    private void encode(FeatureEncoding.Numeric feature, NumberColumn column, int offset, int from, int to) {
        double substitute = feature.substitute() == null ? Double.NaN : feature.substitute();
        for (int i = from; i < to; i++) {
            double value = column.at(rows[i]);
            put(i, offset, feature.encode(Double.isNaN(value) ? substitute : value));
        }
    }

    private boolean hasAll(NumberColumn column) {
        int i = column.missing() == 0 ? rows.length : 0;
        while (i < rows.length && !column.isMissing(rows[i])) {
            i++;
        }
        return i == rows.length;
    }

    private void encode(FeatureEncoding.Numeric feature, Column column, int offset) {
        var substitute = feature.substitute();
        if (column instanceof NumberColumn numbers && (substitute != null || hasAll(numbers))) {
            harmless.add(new Numbers(feature, numbers, offset));
            return;
        }
        for (int i = 0; i < rows.length && !problems.isFull(); i++) {
            int row = rows[i];
            if (!column.isMissing(row) && column instanceof NumberColumn) {
                continue; // nothing will be encoded: another row's number is missing
            }
            if (!column.isMissing(row)) {
                note(row, column, "must be a number");
            } else if (substitute != null) {
                put(i, offset, feature.encode(substitute));
            } else {
                note(row, column, RowEncoder.NO_SUBSTITUTE);
            }
        }
    }

    private void encode(FeatureEncoding.OneHot feature, Column column, int offset) {
        var positions = column instanceof CategoryColumn categories
                ? categories.categories().stream()
                        .mapToInt(feature.categories()::indexOf)
                        .toArray()
                : new int[0];
        for (int i = 0; i < rows.length && !problems.isFull(); i++) {
            int row = rows[i];
            var text = column.isMissing(row) ? feature.substitute() : null;
            int position = text != null
                    ? feature.categories().indexOf(text)
                    : column instanceof CategoryColumn categories && !column.isMissing(row)
                            ? positions[categories.code(row)]
                            : feature.categories().indexOf(text(column, row));
            if (position >= 0) {
                put(i, offset + position, 1);
            } else if (column.isMissing(row)) {
                note(row, column, RowEncoder.NO_SUBSTITUTE);
            } else {
                note(row, column, RowEncoder.unseen(feature));
            }
        }
    }

    /// A number as the text it has as a category.
    private static String text(Column column, int row) {
        return column instanceof NumberColumn numbers
                ? NumberText.of(numbers.at(row))
                : String.valueOf(column.value(row));
    }

    private void put(int row, int column, double value) {
        matrix.values()[row * matrix.columns() + column] = value;
    }

    private void note(int row, Column column, String reason) {
        problems.note(new Problem(row + 1, column.name(), shown(column.value(row)), reason));
    }

    private static @Nullable String shown(@Nullable Object value) {
        return value == null ? null : value instanceof Double number ? NumberText.of(number) : value.toString();
    }
}
