package io.chainrule.learning.dataset;

import org.jspecify.annotations.Nullable;

/// A column of ISO 8601 dates or times, kept as they stand in the data.
public final class DateColumn implements Column {

    private final String name;
    private final Texts texts;

    DateColumn(String name, Texts texts) {
        this.name = name;
        this.texts = texts;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public ColumnType type() {
        return ColumnType.DATE;
    }

    @Override
    public int size() {
        return texts.size();
    }

    @Override
    public boolean isMissing(int row) {
        return texts.isMissing(row);
    }

    @Override
    public @Nullable String value(int row) {
        return isMissing(row) ? null : texts.get(row);
    }
}
