package io.chainrule.learning.dataset;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Finds out what a column holds.
///
/// A column is one of numbers if every present value is a number. If most are, and they look measured, the others are
/// problems: one typing error must not quietly turn a measurement into a category.
record Inference(Problems problems) {

    Table table(List<Cells> columns) {
        var typed = columns.stream().map(this::column).toList();
        problems.check();
        return new Table(typed);
    }

    Column column(Cells cells) {
        var texts = cells.texts();
        int size = texts.size();
        var numbers = new double[size];
        var forms = cells.source() == Cells.Source.STRINGS ? Forms.strings() : Forms.of(texts, numbers);
        if (forms.areNumbers()) {
            return new NumberColumn(cells.name(), numbers);
        }
        if (forms.shouldBeNumbers()) {
            for (int row = 0; row < size && !problems.isFull(); row++) {
                var form = texts.isMissing(row) ? NumberText.NUMBER : NumberText.form(texts.get(row));
                if (form != NumberText.NUMBER) {
                    problems.note(new Problem(row + 1, cells.name(), texts.get(row), form.reason()));
                }
            }
        }
        return ofTexts(cells.name(), texts);
    }

    private static Column ofTexts(String name, Texts texts) {
        var kinds = texts.distinct(ColumnType.CATEGORIES);
        if (!kinds.isEmpty() && areDates(texts)) {
            return new DateColumn(name, texts);
        }
        return kinds.isEmpty() || kinds.size() > ColumnType.CATEGORIES || anyTooLong(kinds)
                ? new TextColumn(name, texts)
                : CategoryColumn.of(name, texts);
    }

    static boolean anyTooLong(Collection<String> categories) {
        return categories.stream().anyMatch(category -> category.length() > ColumnType.LONGEST_CATEGORY);
    }

    private static boolean areDates(Texts texts) {
        for (int row = 0; row < texts.size(); row++) {
            if (!texts.isMissing(row) && !isDate(texts.get(row))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isDate(String text) {
        if (text.length() < 10 || text.charAt(4) != '-' || text.charAt(7) != '-') {
            return false;
        }
        try {
            var format = text.length() == 10 ? DateTimeFormatter.ISO_LOCAL_DATE : DateTimeFormatter.ISO_DATE_TIME;
            LocalDate.from(format.parse(text.length() > 10 && text.charAt(10) == ' ' ? text.replace(' ', 'T') : text));
            return true;
        } catch (DateTimeException _) {
            return false;
        }
    }

    /// How many values of a column look like what.
    private record Forms(int numbers, int malformed, int infinite, int others, boolean measured) {

        static Forms strings() {
            return new Forms(0, 0, 0, 1, false);
        }

        /// Counts, and puts the numbers where they belong.
        static Forms of(Texts texts, double[] values) {
            int numbers = 0;
            int malformed = 0;
            int infinite = 0;
            int others = 0;
            boolean measured = false;
            Set<Double> distinct = new HashSet<>();
            for (int row = 0; row < values.length; row++) {
                values[row] = Double.NaN;
                if (texts.isMissing(row)) {
                    continue;
                }
                var text = texts.get(row);
                switch (NumberText.form(text)) {
                    case NUMBER -> {
                        numbers++;
                        values[row] = Double.parseDouble(text);
                        measured = measured
                                || text.indexOf('.') >= 0
                                || (distinct.add(values[row]) && distinct.size() > Task.CLASS_NUMBERS);
                    }
                    case BLANKS, COMMA, TOO_LARGE -> malformed++;
                    case INFINITE -> infinite++;
                    case NONE -> others++;
                }
            }
            return new Forms(numbers, malformed, infinite, others, measured);
        }

        boolean areNumbers() {
            return numbers > 0 && malformed + infinite + others == 0;
        }

        boolean shouldBeNumbers() {
            int meant = numbers + malformed + (numbers > 0 ? infinite : 0);
            return others == 0 ? meant > 0 : meant > others && measured;
        }
    }
}
