package io.chainrule.service.web;

import io.chainrule.learning.dataset.Table;
import io.chainrule.learning.specification.Wording;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A table as CSV after RFC 4180. Texts that a spreadsheet would take for a formula get an apostrophe in front.
final class CsvText {

    private static final String END = "\r\n";

    private CsvText() {}

    static String of(Table table, int from, int to) {
        var csv = new StringBuilder();
        csv.append(table.names().stream().map(CsvText::text).collect(Collectors.joining(",")))
                .append(END);
        for (int row = from; row < to; row++) {
            for (var column : table.columns()) {
                csv.append(cell(column.value(row))).append(',');
            }
            csv.setLength(csv.length() - 1);
            csv.append(END);
        }
        return csv.toString();
    }

    private static String cell(@Nullable Object value) {
        return switch (value) {
            case null -> "";
            case Number number -> Wording.number(number);
            default -> text(value.toString());
        };
    }

    private static String text(String text) {
        var guarded = !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        return guarded.chars().anyMatch(character -> "\",;\r\n\t|".indexOf(character) >= 0)
                ? '"' + guarded.replace("\"", "\"\"") + '"'
                : guarded;
    }
}
