package io.chainrule.learning.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TablesTest {

    private static final DatasetSpec SPEC = DatasetSpec.named("test");
    private static final DatasetLimits LIMITS = DatasetLimits.standard();

    private static Dataset columns(SequencedMap<String, List<? extends @Nullable Object>> columns) {
        return Tables.ofColumns(columns, SPEC, LIMITS);
    }

    private static SequencedMap<String, List<? extends @Nullable Object>> named(
            String name, @Nullable Object... values) {
        var columns = new LinkedHashMap<String, List<? extends @Nullable Object>>();
        columns.put(name, Arrays.asList(values));
        return columns;
    }

    private static SequencedMap<String, List<? extends @Nullable Object>> beside(
            String name, @Nullable Object... values) {
        var columns = named(name, values);
        columns.put("label", Collections.nCopies(values.length, "a"));
        return columns;
    }

    private static List<String> reasons(SequencedMap<String, List<? extends @Nullable Object>> columns) {
        return catchThrowableOfType(DatasetInvalidException.class, () -> columns(columns)).problems().stream()
                .map(Problem::inWords)
                .toList();
    }

    @Test
    void columnsOfNumbersTextsAndBooleansAreTyped() {
        var columns = beside("x", 1, 2.5, null, 4L, new BigDecimal("5.5"), BigInteger.TEN, "NaN");
        columns.putFirst("c", Arrays.asList("a", "1", null, "NA", "", "b", "?"));
        columns.putFirst("t", List.of(true, false, true, true, false, true, true));
        var dataset = columns(columns);
        assertThat(dataset.table().names()).containsExactly("t", "c", "x", "label");
        assertThat(((CategoryColumn) dataset.column("t")).categories()).containsExactly("false", "true");
        assertThat(((CategoryColumn) dataset.column("c")).categories()).containsExactly("1", "a", "b");
        assertThat(dataset.column("c").missing()).isEqualTo(4);
        var numbers = (NumberColumn) dataset.column("x");
        assertThat(numbers.missing()).isEqualTo(2);
        assertThat(numbers.at(4)).isEqualTo(5.5);
        assertThat(dataset.target()).isEqualTo("label");
    }

    @Test
    void textsOfNumbersStayTexts() {
        var dataset = columns(beside("x", "1", "2.5", "3"));
        assertThat(dataset.column("x")).isInstanceOf(CategoryColumn.class);
        var targets = named("x", 1, 2, 3);
        targets.put("y", List.of("0.5", "1.5", "0.5"));
        assertThat(columns(targets).classes()).containsExactly("0.5", "1.5");
    }

    @Test
    void numericTargetsFollowTheRule() {
        var classes = named("x", 1, 2, 3);
        classes.put("y", List.of(10.0, 9, 10));
        assertThat(columns(classes).classes()).containsExactly("10", "9");
        var values = named("x", 1, 2, 3);
        values.put("y", List.of(1, 2, 0.5));
        assertThat(columns(values).task()).isEqualTo(Task.REGRESSION);
    }

    @Test
    void rowsAreTheSameAsColumns() {
        var rows = List.of(
                new LinkedHashMap<String, Object>(Map.of("x", 1)), new LinkedHashMap<String, Object>(Map.of("x", 2)));
        rows.get(0).put("label", "a");
        rows.get(1).put("z", 5);
        rows.get(1).put("label", "b");
        var dataset = Tables.ofRows(rows, new DatasetSpec("test", "label", null), LIMITS);
        assertThat(dataset.table().names()).containsExactly("x", "label", "z");
        assertThat(dataset.column("z").isMissing(0)).isTrue();
        var columns = named("x", 1, 2);
        columns.put("label", List.of("a", "b"));
        columns.put("z", Arrays.asList(null, 5));
        assertThat(dataset.digest())
                .isEqualTo(Tables.ofColumns(columns, new DatasetSpec("other", "label", null), LIMITS)
                        .digest());
    }

    @Test
    void csvAndColumnsOfTheSameContentHaveTheSameDigest() {
        var columns = named("x", 1.5, null);
        columns.put("label", List.of("a", "b"));
        assertThat(columns(columns).digest())
                .isEqualTo(CsvTest.read("x;label\n1.50;a\nNA;\"b\"").digest());
    }

    @Test
    void mixedColumnsAreRefused() {
        assertThat(reasons(beside("x", 1, 2, "3", true)))
                .containsExactly(
                        "Row 3, column x: \"3\" is a text, but most values of this column are numbers: write it without quotes,"
                                + " or null if it is unknown",
                        "Row 4, column x: \"true\" is no number, although most values of this column are");
        assertThat(reasons(beside("x", "a", "b", 3)))
                .containsExactly(
                        "Row 3, column x: \"3\" is a number, but most values of this column are texts: put it into quotes");
    }

    @Test
    void otherValuesAreRefused() {
        assertThat(reasons(beside("x", 1, Double.POSITIVE_INFINITY)))
                .containsExactly("Row 2, column x: \"Infinity\" is larger than any double number");
        assertThat(reasons(beside("x", new BigDecimal("1e400"), 1))).hasSize(1);
        assertThat(reasons(beside("x", 1, List.of(1), Map.of())))
                .containsExactly(
                        "Row 2, column x: \"[1]\" is neither a number, a text, true, false nor null",
                        "Row 3, column x: \"{}\" is neither a number, a text, true, false nor null");
    }

    @Test
    void columnsOfOtherLengthAreRefused() {
        var columns = named("x", 1, 2);
        columns.put("y", List.of(1));
        columns.put("z", List.of());
        assertThat(reasons(columns))
                .containsExactly(
                        "Column y: has 1 values, but the first column has 2",
                        "Column z: has 0 values, but the first column has 2");
    }

    @Test
    void emptyOrTooLargeDatasetsAreRefused() {
        assertThat(reasons(new LinkedHashMap<>()))
                .containsExactly("A dataset needs a target and at least one other column, but has 0 columns");
        assertThat(reasons(beside("x"))).containsExactly("A dataset needs at least one example, but has none");
        assertThat(reasons(beside("", 1))).containsExactly("Column 1 has no name");
        var small = new DatasetLimits(1, 2, 2);
        assertThat(catchThrowableOfType(
                        DatasetInvalidException.class, () -> Tables.ofColumns(beside("x", 1, 2), SPEC, small)))
                .hasMessage("A dataset has at most 1 rows, but this one has 2");
        assertThat(catchThrowableOfType(
                        DatasetInvalidException.class,
                        () -> Tables.ofRows(List.of(Map.of("x", 1), Map.of("y", 1)), SPEC, small)))
                .hasMessage("A dataset has at most 1 rows, but this one has 2");
    }

    @Test
    void textsThatCannotBeKeptAreRefused() {
        assertThat(reasons(beside("x", "a\0", "b", "\ud800", "\udc00c", "\ud83d\ude00")))
                .containsExactly(
                        "Row 1, column x: \"a\0\" may not hold the character U+0000",
                        "Row 3, column x: \"\ud800\" may not hold half of a surrogate pair, \\ud800",
                        "Row 4, column x: \"\udc00c\" may not hold half of a surrogate pair, \\udc00");
    }

    @Test
    void longTextsAreNoCategories() {
        var longest = "a".repeat(ColumnType.LONGEST_CATEGORY);
        assertThat(columns(beside("x", longest, "b")).column("x").type()).isEqualTo(ColumnType.CATEGORY);
        assertThat(columns(beside("x", longest + "a", "b")).column("x").type()).isEqualTo(ColumnType.TEXT);
    }

    @Test
    void longTextsAreNoLabels() {
        var columns = beside("x", 1, 2);
        columns.put("label", List.of("a".repeat(ColumnType.LONGEST_CATEGORY + 1), "b"));
        assertThat(reasons(columns))
                .containsExactly("Column label: is the target of a classification but has a label of more than"
                        + " 200 characters");
    }
}
