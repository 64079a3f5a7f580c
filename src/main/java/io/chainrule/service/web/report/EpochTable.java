package io.chainrule.service.web.report;

import io.chainrule.learning.training.Metric;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;

/// What was measured at every 20th epoch, of some jobs beside each other. The first and the last epoch are there too.
final class EpochTable {

    private static final int EVERY = 20;
    private static final int MOST_ROWS = 250;
    private static final int JOBS_A_TABLE = 3;
    private static final String NOTHING = "";

    private EpochTable() {}

    static void write(List<ReportedJob> jobs, HtmlWriter html) {
        var begun = jobs.stream().filter(job -> job.history() != null).toList();
        for (int from = 0; from < begun.size(); from += JOBS_A_TABLE) {
            writeOne(begun.subList(from, Math.min(begun.size(), from + JOBS_A_TABLE)), html);
        }
    }

    private static void writeOne(List<ReportedJob> jobs, HtmlWriter html) {
        var columns = jobs.stream().map(Column::of).toList();
        int step = step(columns);
        html.open("table", "class", "numbers");
        html.element("caption", "After every %,dth epoch".formatted(step));
        html.open("thead");
        if (jobs.size() > 1) {
            html.open("tr").element("th", NOTHING);
            columns.forEach(column -> html.element(
                    "th",
                    column.job().name(),
                    "colspan",
                    Integer.toString(column.metrics().size())));
            html.close();
        }
        var names = new ArrayList<>(List.of("epoch"));
        columns.forEach(column -> column.metrics().forEach(metric -> names.add(Numbers.name(metric))));
        html.row("th", names).close().open("tbody");
        for (int epoch : epochs(columns, step)) {
            var cells = new ArrayList<>(List.of("%,d".formatted(epoch)));
            columns.forEach(column -> cells.addAll(column.at(epoch)));
            html.row("td", cells);
        }
        html.close().close();
    }

    /// 20, or a multiple of it, so that nobody has to print thousands of rows.
    private static int step(List<Column> columns) {
        int last = columns.stream().mapToInt(Column::last).max().orElse(1);
        return EVERY * Math.max(1, (last + EVERY * MOST_ROWS - 1) / (EVERY * MOST_ROWS));
    }

    private static Collection<Integer> epochs(List<Column> columns, int step) {
        var epochs = new TreeSet<Integer>();
        for (var column : columns) {
            epochs.add(column.first());
            for (int epoch = step; epoch <= column.last(); epoch += step) {
                epochs.add(epoch);
            }
            epochs.add(column.last());
        }
        return epochs;
    }

    /// The measures of one job.
    @SuppressWarnings("ArrayRecordComponent") // nobody compares them
    private record Column(ReportedJob job, List<Metric> metrics, int[] epochs, List<double[]> values) {

        static Column of(ReportedJob job) {
            var rows = Objects.requireNonNull(job.history());
            var metrics = rows.metrics().stream()
                    .filter(metric -> metric != Metric.LEARNING_RATE && metric != Metric.GRADIENT_NORM)
                    .toList();
            var values = metrics.stream().map(rows::column).toList();
            return new Column(job, metrics, rows.epochs(), values);
        }

        int first() {
            return epochs[0];
        }

        int last() {
            return epochs[epochs.length - 1];
        }

        List<String> at(int epoch) {
            int row = Arrays.binarySearch(epochs, epoch);
            return values.stream()
                    .map(column -> row < 0 ? NOTHING : Numbers.of(column[row]))
                    .toList();
        }
    }
}
