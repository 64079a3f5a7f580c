package io.chainrule.service.web;

import io.chainrule.learning.training.History;
import io.chainrule.learning.training.Metric;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A history as CSV: one line an epoch, numbers in shortest round-trip form.
final class HistoryText {

    private static final String END = "\r\n";

    private HistoryText() {}

    static String of(History.Rows rows) {
        var csv = new StringBuilder();
        csv.append(Stream.concat(Stream.of("epoch"), rows.metrics().stream().map(Metric::key))
                        .collect(Collectors.joining(",")))
                .append(END);
        var epochs = rows.epochs();
        var columns = rows.metrics().stream().map(rows::column).toList();
        for (int row = 0; row < epochs.length; row++) {
            csv.append(epochs[row]);
            for (var column : columns) {
                csv.append(',').append(column[row]);
            }
            csv.append(END);
        }
        return csv.toString();
    }
}
