package io.chainrule.learning.dataset;

import io.chainrule.learning.specification.Unkeepable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/// Datasets out of values in memory: numbers, texts, booleans, and null where one is missing.
///
/// Texts stay texts, `"1"` too; the markers that mean "missing" in CSV mean it here as well.
public final class Tables {

    private final DatasetLimits limits;
    private final Problems problems = new Problems();

    private Tables(DatasetLimits limits) {
        this.limits = limits;
    }

    /// A dataset of columns in the order of the map.
    public static Dataset ofColumns(
            SequencedMap<String, ? extends List<? extends @Nullable Object>> columns,
            DatasetSpec spec,
            DatasetLimits limits) {
        var tables = new Tables(limits);
        ColumnNames.check(columns.keySet(), limits, tables.problems);
        tables.problems.check();
        return new Assembly(spec, limits).of(tables.cellsOf(columns));
    }

    /// A dataset of rows; the columns are in the order in which they appear, and what a row leaves out is missing
    /// there.
    public static Dataset ofRows(
            List<? extends Map<String, ? extends @Nullable Object>> rows, DatasetSpec spec, DatasetLimits limits) {
        checkRows(rows.size(), limits);
        var names = new LinkedHashSet<String>();
        rows.forEach(row -> names.addAll(row.keySet()));
        var tables = new Tables(limits);
        ColumnNames.check(names, limits, tables.problems);
        tables.problems.check();
        List<Cells> cells = new ArrayList<>();
        for (var name : names) {
            cells.add(tables.cells(
                    name,
                    rows.stream().<@Nullable Object>map(row -> row.get(name)).toList()));
        }
        tables.problems.check();
        return new Assembly(spec, limits).of(cells);
    }

    private List<Cells> cellsOf(SequencedMap<String, ? extends List<? extends @Nullable Object>> columns) {
        int rows = columns.isEmpty() ? 0 : columns.firstEntry().getValue().size();
        checkRows(rows, limits);
        List<Cells> cells = new ArrayList<>();
        columns.forEach((name, values) -> {
            if (values.size() != rows) {
                problems.note(
                        Problem.ofColumn(name, "has " + values.size() + " values, but the first column has " + rows));
            }
            cells.add(cells(name, values));
        });
        problems.check();
        return cells;
    }

    private static void checkRows(int rows, DatasetLimits limits) {
        if (rows > limits.rows()) {
            throw Problems.of(
                    Problem.ofWhole("A dataset has at most " + limits.rows() + " rows, but this one has " + rows));
        }
    }

    private Cells cells(String name, Collection<? extends @Nullable Object> values) {
        long numbers = values.stream().filter(Number.class::isInstance).count();
        long texts = values.stream().filter(value -> isText(value)).count();
        boolean asNumbers = numbers > 0 && numbers >= texts;
        var builder = new Texts.Builder();
        for (var value : values) {
            var reason = reasonAgainst(value, asNumbers);
            if (reason != null) {
                problems.note(new Problem(builder.size() + 1, name, String.valueOf(value), reason));
            }
            builder.add(text(value));
        }
        return new Cells(name, asNumbers ? Cells.Source.NUMBERS : Cells.Source.STRINGS, builder.build());
    }

    private static boolean isText(@Nullable Object value) {
        return value instanceof Boolean || (value instanceof String text && !Texts.isMissing(text));
    }

    private static @Nullable String reasonAgainst(@Nullable Object value, boolean asNumbers) {
        return switch (value) {
            case null -> null;
            case Number number when Double.isInfinite(number.doubleValue()) -> NumberText.TOO_LARGE.reason();
            case Number _
            when !asNumbers -> "is a number, but most values of this column are texts: put it into quotes";
            case Number _ -> null;
            case Boolean _ -> asNumbers ? "is no number, although most values of this column are" : null;
            case String text when Texts.isMissing(text) -> null;
            case String text when Unkeepable.part(text) != null -> "may not hold " + Unkeepable.part(text);
            case String _
            when asNumbers ->
                "is a text, but most values of this column are numbers: write it without quotes, or null if it is unknown";
            case String _ -> null;
            default -> "is neither a number, a text, true, false nor null";
        };
    }

    private static String text(@Nullable Object value) {
        return switch (value) {
            case null -> "";
            case Number number -> Double.isNaN(number.doubleValue()) ? "" : NumberText.of(number.doubleValue());
            default -> value.toString();
        };
    }
}
