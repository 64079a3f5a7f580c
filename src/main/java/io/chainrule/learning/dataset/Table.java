package io.chainrule.learning.dataset;

import java.util.List;
import java.util.Optional;

/// Columns of equal length and different names.
public record Table(List<Column> columns) {

    public Table {
        columns = List.copyOf(columns);
        if (columns.isEmpty()) {
            throw new IllegalArgumentException("A table needs at least one column");
        }
        int rows = columns.getFirst().size();
        if (columns.stream().anyMatch(column -> column.size() != rows)) {
            throw new IllegalArgumentException("The columns of a table must be equally long");
        }
        if (columns.stream().map(Column::name).distinct().count() != columns.size()) {
            throw new IllegalArgumentException("The columns of a table must have different names");
        }
    }

    public int rows() {
        return columns.getFirst().size();
    }

    public List<String> names() {
        return columns.stream().map(Column::name).toList();
    }

    public Optional<Column> find(String name) {
        return columns.stream().filter(column -> column.name().equals(name)).findFirst();
    }

    /// All rows, in order.
    public int[] allRows() {
        var rows = new int[rows()];
        for (int row = 0; row < rows.length; row++) {
            rows[row] = row;
        }
        return rows;
    }

    Table with(Column replacement) {
        return new Table(columns.stream()
                .map(column -> column.name().equals(replacement.name()) ? replacement : column)
                .toList());
    }
}
