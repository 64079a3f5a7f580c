package io.chainrule.learning.training;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/// All epochs of a run in order, column by column. One thread appends; any thread may read what was appended so far.
public final class History {

    private final List<Metric> metrics;
    private int[] numbers = new int[16];
    private double[][] columns;

    /// Rows below its size never change, so that growing arrays may be shared with readers.
    private volatile Rows rows;

    public History(List<Metric> metrics) {
        this.metrics = List.copyOf(metrics);
        this.columns = new double[metrics.size()][numbers.length];
        this.rows = new Rows(this.metrics, numbers, columns, 0, 0);
    }

    public void append(Epoch epoch) {
        if (!epoch.metrics().equals(metrics)) {
            throw new IllegalArgumentException("This history has " + metrics + " but got " + epoch.metrics());
        }
        int size = rows.to;
        if (size == numbers.length) {
            grow(2 * size);
        }
        numbers[size] = epoch.number();
        for (int k = 0; k < columns.length; k++) {
            columns[k][size] = epoch.value(k);
        }
        rows = new Rows(metrics, numbers, columns, 0, size + 1);
    }

    /// What was appended so far; it does not change any more.
    public Rows snapshot() {
        return rows;
    }

    private void grow(int capacity) {
        numbers = Arrays.copyOf(numbers, capacity);
        columns = Arrays.stream(columns)
                .map(column -> Arrays.copyOf(column, capacity))
                .toArray(double[][]::new);
    }

    /// Consecutive epochs of a history.
    public static final class Rows {

        private final List<Metric> metrics;
        private final int[] numbers;
        private final double[][] columns;
        private final int from;
        private final int to;

        private Rows(List<Metric> metrics, int[] numbers, double[][] columns, int from, int to) {
            this.metrics = metrics;
            this.numbers = numbers;
            this.columns = columns;
            this.from = from;
            this.to = to;
        }

        public List<Metric> metrics() {
            return metrics;
        }

        public int size() {
            return to - from;
        }

        public boolean isEmpty() {
            return size() == 0;
        }

        /// The epochs' numbers.
        public int[] epochs() {
            return Arrays.copyOfRange(numbers, from, to);
        }

        public double[] column(Metric metric) {
            int index = metrics.indexOf(metric);
            if (index < 0) {
                throw new IllegalArgumentException(metric.key() + " was not measured, only " + metrics);
            }
            return Arrays.copyOfRange(columns[index], from, to);
        }

        public Epoch get(int row) {
            int at = from + Objects.checkIndex(row, size());
            return new Epoch(
                    numbers[at],
                    metrics,
                    Arrays.stream(columns).mapToDouble(column -> column[at]).toArray());
        }

        public Epoch last() {
            return get(size() - 1);
        }

        /// The rows from one index up to, but not including, another.
        public Rows slice(int first, int end) {
            Objects.checkFromToIndex(first, end, size());
            return new Rows(metrics, numbers, columns, from + first, from + end);
        }

        /// The rows whose epochs lie between two, both included.
        public Rows between(int firstEpoch, int lastEpoch) {
            int first = indexOf(firstEpoch);
            return slice(first, Math.max(first, lastEpoch == Integer.MAX_VALUE ? size() : indexOf(lastEpoch + 1)));
        }

        /// Where the first epoch is that does not come before this one.
        private int indexOf(int epoch) {
            int found = Arrays.binarySearch(numbers, from, to, epoch);
            return (found < 0 ? -found - 1 : found) - from;
        }

        /// The same rows with some of the columns, in the order of `wanted`.
        public Rows only(List<Metric> wanted) {
            var chosen = wanted.stream().map(metrics::indexOf).map(k -> columns[k]);
            return new Rows(List.copyOf(wanted), numbers, chosen.toArray(double[][]::new), from, to);
        }

        /// At most so many rows that still show the shape: first, last, and the extremes of every column in each of
        /// many buckets. Rows with a value that is no finite number are all kept, even if those are more.
        public Rows thinned(int most) {
            if (size() <= most) {
                return this;
            }
            var values = metrics.stream().map(this::column).toArray(double[][]::new);
            var kept = Thinning.of(values, size(), most);
            return new Rows(
                    metrics,
                    Arrays.stream(kept).map(row -> numbers[from + row]).toArray(),
                    Arrays.stream(values).map(column -> picked(column, kept)).toArray(double[][]::new),
                    0,
                    kept.length);
        }

        private static double[] picked(double[] column, int[] rows) {
            return Arrays.stream(rows).mapToDouble(row -> column[row]).toArray();
        }
    }
}
