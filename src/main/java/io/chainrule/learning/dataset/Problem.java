package io.chainrule.learning.dataset;

import org.jspecify.annotations.Nullable;

/// One thing wrong with examples that somebody sent.
///
/// @param row the example, counted from 1; absent if the problem is not one of a row
/// @param column its name; absent if the problem is not one of a column
/// @param value as it stands in the data, shortened; absent if the problem is not one of a value
public record Problem(
        @Nullable Integer row,
        @Nullable String column,
        @Nullable String value,
        String reason) {

    private static final int SHOWN = 60;

    public Problem {
        value = value == null || value.codePointCount(0, value.length()) <= SHOWN
                ? value
                : value.substring(0, value.offsetByCodePoints(0, SHOWN)) + "…";
    }

    static Problem ofWhole(String reason) {
        return new Problem(null, null, null, reason);
    }

    static Problem ofRow(int row, String reason) {
        return new Problem(row, null, null, reason);
    }

    static Problem ofColumn(String column, String reason) {
        return new Problem(null, column, null, reason);
    }

    /// In one sentence: `Row 3, column x1: "abc" is no number`.
    public String inWords() {
        var where = new StringBuilder();
        if (row != null) {
            where.append("Row ").append(row);
        }
        if (column != null) {
            where.append(where.isEmpty() ? "Column " : ", column ").append(column);
        }
        return where + (where.isEmpty() ? "" : ": ") + (value == null ? "" : "\"" + value + "\" ") + reason;
    }
}
