package io.chainrule.learning.dataset;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A column of texts out of a few, the categories, which are sorted by code point.
public final class CategoryColumn implements Column {

    /// The code of a missing value.
    public static final int MISSING = -1;

    private final String name;
    private final List<String> categories;
    private final int[] codes;

    public CategoryColumn(String name, List<String> categories, int... codes) {
        this.name = name;
        this.categories = List.copyOf(categories);
        this.codes = codes.clone();
        for (int i = 1; i < categories.size(); i++) {
            if (Texts.BY_CODE_POINT.compare(categories.get(i - 1), categories.get(i)) >= 0) {
                throw new IllegalArgumentException("Categories of " + name + " must be sorted but are " + categories);
            }
        }
        for (int code : codes) {
            if (code < MISSING || code >= categories.size()) {
                throw new IllegalArgumentException(
                        "Column " + name + " has " + categories.size() + " categories but a code " + code);
            }
        }
    }

    static CategoryColumn of(String name, Texts texts) {
        var categories = texts.distinct(Integer.MAX_VALUE).stream()
                .sorted(Texts.BY_CODE_POINT)
                .toList();
        Map<String, Integer> codeOf = new HashMap<>();
        for (var category : categories) {
            codeOf.put(category, codeOf.size());
        }
        var codes = new int[texts.size()];
        for (int row = 0; row < codes.length; row++) {
            codes[row] = texts.isMissing(row) ? MISSING : codeOf.getOrDefault(texts.get(row), MISSING);
        }
        return new CategoryColumn(name, categories, codes);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public ColumnType type() {
        return ColumnType.CATEGORY;
    }

    @Override
    public int size() {
        return codes.length;
    }

    public List<String> categories() {
        return categories;
    }

    /// Position of the row's category, or `MISSING`.
    public int code(int row) {
        return codes[row];
    }

    @Override
    public boolean isMissing(int row) {
        return codes[row] == MISSING;
    }

    @Override
    public @Nullable String value(int row) {
        return isMissing(row) ? null : categories.get(codes[row]);
    }

    /// How many rows each category has.
    public int[] counts() {
        var counts = new int[categories.size()];
        for (int code : codes) {
            if (code != MISSING) {
                counts[code]++;
            }
        }
        return counts;
    }
}
