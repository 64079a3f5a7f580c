package io.chainrule.service.web;

import io.chainrule.engine.expression.Batch;
import io.chainrule.learning.specification.InvalidSpecException;
import io.chainrule.learning.specification.Violation;
import io.chainrule.service.json.Numbers;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;

/// Where to evaluate: one point, or many at once.
record Point(Map<String, Double> numbers, Map<String, double[]> columns) {

    /// @param place of the values in their request, as a JSON pointer
    /// @throws InvalidSpecException if columns are too long, or differ in length
    static Point of(Map<String, Numbers> at, String place, int mostRows) {
        var numbers = new LinkedHashMap<String, Double>();
        var columns = new LinkedHashMap<String, double[]>();
        at.forEach((name, values) -> {
            if (values.isColumn()) {
                columns.put(name, values.values());
            } else {
                numbers.put(name, values.first());
            }
        });
        requireFew(columns, place, mostRows);
        requireEqualLengths(columns, place);
        return new Point(numbers, columns);
    }

    boolean isBatch() {
        return !columns.isEmpty();
    }

    Batch batch() {
        return Batch.of(columns, numbers);
    }

    private static void requireFew(Map<String, double[]> columns, String place, int mostRows) {
        columns.forEach((name, column) -> {
            if (column.length > mostRows) {
                throw new InvalidSpecException(
                        place + Violation.pointer(name),
                        "A batch has at most %d rows, but %s has %d values".formatted(mostRows, name, column.length));
            }
        });
    }

    private static void requireEqualLengths(Map<String, double[]> columns, String place) {
        var violations = new ArrayList<Violation>();
        var first = columns.entrySet().stream().findFirst();
        columns.forEach((name, column) -> {
            int expected = first.orElseThrow().getValue().length;
            if (column.length != expected) {
                violations.add(new Violation(
                        place + Violation.pointer(name),
                        "Arrays must be equally long, but %s has %d values and %s has %d"
                                .formatted(first.orElseThrow().getKey(), expected, name, column.length)));
            }
        });
        if (!violations.isEmpty()) {
            throw new InvalidSpecException(violations);
        }
    }
}
