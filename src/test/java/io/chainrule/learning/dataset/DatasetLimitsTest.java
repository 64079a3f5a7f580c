package io.chainrule.learning.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// A dataset is as large as allowed, and not one larger, in whichever form it comes.
class DatasetLimitsTest {

    private static final DatasetLimits LIMITS = new DatasetLimits(6, 4, 3);

    /// The forms of a table.
    enum Source {
        CSV {
            @Override
            Dataset read(List<Map<String, Object>> rows) {
                var csv = new StringBuilder(String.join(",", rows.getFirst().keySet()));
                rows.forEach(row -> csv.append('\n')
                        .append(String.join(
                                ",", row.values().stream().map(String::valueOf).toList())));
                var bytes = csv.append('\n').toString().getBytes(StandardCharsets.UTF_8);
                try {
                    return Csv.read(new ByteArrayInputStream(bytes), DatasetSpec.named("test"), LIMITS);
                } catch (IOException impossible) {
                    throw new UncheckedIOException(impossible);
                }
            }
        },
        ROWS {
            @Override
            Dataset read(List<Map<String, Object>> rows) {
                return Tables.ofRows(rows, DatasetSpec.named("test"), LIMITS);
            }
        },
        COLUMNS {
            @Override
            Dataset read(List<Map<String, Object>> rows) {
                var columns = new LinkedHashMap<String, List<Object>>();
                rows.forEach(row -> row.forEach((name, value) ->
                        columns.computeIfAbsent(name, _ -> new ArrayList<>()).add(value)));
                return Tables.ofColumns(columns, DatasetSpec.named("test"), LIMITS);
            }
        };

        abstract Dataset read(List<Map<String, Object>> rows);
    }

    private static List<Map<String, Object>> table(int rows, int columns, int classes) {
        var table = new ArrayList<Map<String, Object>>();
        for (int row = 0; row < rows; row++) {
            var values = new LinkedHashMap<String, Object>();
            for (int column = 1; column < columns; column++) {
                values.put("x" + column, row + 0.5 * column);
            }
            values.put("label", "class " + row % classes);
            table.add(values);
        }
        return table;
    }

    @ParameterizedTest
    @EnumSource
    void datasetMayHaveAllThatIsAllowed(Source source) {
        var dataset = source.read(table(6, 4, 3));
        assertThat(dataset.examples()).isEqualTo(6);
        assertThat(dataset.table().columns()).hasSize(4);
    }

    @ParameterizedTest
    @EnumSource
    void oneMoreRowIsRefused(Source source) {
        assertRefused(source, table(7, 4, 3), "at most 6 rows");
    }

    @ParameterizedTest
    @EnumSource
    void oneMoreColumnIsRefused(Source source) {
        assertRefused(source, table(6, 5, 3), "at most 4 columns, but this one has 5");
    }

    @ParameterizedTest
    @EnumSource
    void oneMoreClassIsRefused(Source source) {
        assertRefused(source, table(6, 4, 4), "more than 3 classes");
    }

    private static void assertRefused(Source source, List<Map<String, Object>> table, String refusal) {
        assertThatThrownBy(() -> source.read(table))
                .isInstanceOf(DatasetInvalidException.class)
                .hasMessageContaining(refusal);
    }
}
