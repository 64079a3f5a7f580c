package io.chainrule.learning.dataset;

import io.chainrule.learning.specification.Choice;

/// What a column holds. Text and dates are kept and shown, but are no features.
public enum ColumnType {
    @Choice(help = "Numbers")
    NUMBER,
    @Choice(help = "One of at most 50 texts of up to 200 characters, one-hot as a feature")
    CATEGORY,
    @Choice(help = "Texts of more than 50 kinds, or longer ones, not used as a feature")
    TEXT,
    @Choice(help = "ISO 8601 dates or times, not used as a feature")
    DATE;

    /// More distinct texts than these make a column text instead of a category.
    public static final int CATEGORIES = 50;

    /// Longer texts are no labels: a category is written out in every answer that names it.
    public static final int LONGEST_CATEGORY = 200;

    public boolean isFeature() {
        return this == NUMBER || this == CATEGORY;
    }
}
