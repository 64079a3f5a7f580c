package io.chainrule.engine.expression;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.Set;

/// Values of variables in many rows: a column each, or one number for all rows.
public final class Batch {

    private final int rows;
    private final SequencedMap<String, double[]> columns;

    private Batch(int rows, SequencedMap<String, double[]> columns) {
        this.rows = rows;
        this.columns = columns;
    }

    /// Columns, and numbers that are the same in all rows.
    ///
    /// @param columns by variable, equally long
    /// @param numbers by variable, the same in all rows
    /// @throws IllegalArgumentException if columns differ in length, or there are none
    public static Batch of(Map<String, double[]> columns, Map<String, Double> numbers) {
        var all = new LinkedHashMap<>(columns);
        var lengths = all.values().stream()
                .mapToInt(column -> column.length)
                .distinct()
                .toArray();
        if (lengths.length != 1) {
            throw new IllegalArgumentException(
                    "The columns of a batch are equally long, but their lengths are " + Arrays.toString(lengths));
        }
        numbers.forEach((name, number) -> all.put(name, new double[] {number}));
        return new Batch(lengths[0], Collections.unmodifiableSequencedMap(all));
    }

    public int rows() {
        return rows;
    }

    Set<String> names() {
        return columns.keySet();
    }

    /// The point of one row.
    Map<String, Double> row(int row) {
        var point = new LinkedHashMap<String, Double>();
        columns.forEach((name, column) -> point.put(name, column[isNumber(column) ? 0 : row]));
        return point;
    }

    /// Fills an array with the rows from `from` on; after the last row, with the last row again.
    void copy(String name, int from, double[] into) {
        var column = Objects.requireNonNull(columns.get(name));
        int count = Math.min(into.length, rows - from);
        if (isNumber(column)) {
            Arrays.fill(into, column[0]);
        } else {
            System.arraycopy(column, from, into, 0, count);
            Arrays.fill(into, count, into.length, column[rows - 1]);
        }
    }

    List<String> changing() {
        var names = new ArrayList<String>();
        columns.forEach((name, column) -> {
            if (!isNumber(column)) {
                names.add(name);
            }
        });
        return names;
    }

    private boolean isNumber(double[] column) {
        return column.length == 1 && rows != 1;
    }
}
