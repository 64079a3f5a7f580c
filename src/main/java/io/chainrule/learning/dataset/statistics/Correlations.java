package io.chainrule.learning.dataset.statistics;

import io.chainrule.learning.dataset.NumberColumn;
import io.chainrule.learning.dataset.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// Pearson's correlation between columns of numbers; constant ones are left out.
///
/// Rows where both columns have a value count. NaN where these are too few, or one column is constant there.
///
/// @param matrix one row and one column each; symmetric, 1 on the diagonal
public record Correlations(List<String> columns, List<List<Double>> matrix) {

    private static final int BLOCK = 512; // rows at a time: all columns of them stay in the cache

    public Correlations {
        columns = List.copyOf(columns);
        matrix = matrix.stream().map(List::copyOf).toList();
    }

    static Correlations of(Table table) {
        var columns = new ArrayList<NumberColumn>();
        var units = new ArrayList<Standardization>();
        for (var column : table.columns()) {
            if (column instanceof NumberColumn numbers && numbers.missing() < numbers.size()) {
                var unit = Standardization.of(IntStream.range(0, numbers.size())
                        .filter(row -> !numbers.isMissing(row))
                        .mapToDouble(numbers::at)
                        .toArray());
                if (unit.scaledDeviation() > 0) {
                    columns.add(numbers);
                    units.add(unit);
                }
            }
        }
        var pairs = pairs(columns);
        var block = new double[columns.size()][BLOCK];
        for (int from = 0; from < table.rows(); from += BLOCK) {
            int count = Math.min(BLOCK, table.rows() - from);
            fill(block, columns, units, from, count);
            for (var row : pairs) {
                for (var pair : row) {
                    pair.add(block, count);
                }
            }
        }
        return new Correlations(columns.stream().map(NumberColumn::name).toList(), matrix(pairs));
    }

    /// In row i the pairs of column i with those before it.
    private static List<List<Comoments>> pairs(List<NumberColumn> columns) {
        var isComplete = columns.stream().map(column -> column.missing() == 0).toList();
        return IntStream.range(0, columns.size())
                .mapToObj(i -> IntStream.range(0, i)
                        .mapToObj(j -> new Comoments(i, j, isComplete.get(i) && isComplete.get(j)))
                        .toList())
                .toList();
    }

    private static void fill(
            double[][] block, List<NumberColumn> columns, List<Standardization> units, int from, int count) {
        for (int i = 0; i < block.length; i++) {
            for (int row = 0; row < count; row++) {
                block[i][row] = units.get(i).of(columns.get(i).at(from + row));
            }
        }
    }

    private static List<List<Double>> matrix(List<List<Comoments>> pairs) {
        int size = pairs.size();
        var matrix = new Double[size][size];
        for (int i = 0; i < size; i++) {
            matrix[i][i] = 1.0;
            for (int j = 0; j < i; j++) {
                matrix[i][j] = pairs.get(i).get(j).correlation();
                matrix[j][i] = matrix[i][j];
            }
        }
        return Arrays.stream(matrix).map(List::of).toList();
    }
}
