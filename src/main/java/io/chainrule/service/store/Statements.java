package io.chainrule.service.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Inserts and updates from columns by name.
record Statements(JdbcClient database) {

    void insert(String table, Map<String, @Nullable Object> columns) {
        var names = String.join(", ", columns.keySet());
        var marks = columns.keySet().stream().map(_ -> "?").collect(Collectors.joining(", "));
        database.sql("insert into " + table + " (" + names + ") values (" + marks + ")")
                .params(new ArrayList<>(columns.values()))
                .update();
    }

    /// Updates the rows that meet a condition.
    ///
    /// @return how many there are
    int update(String table, Map<String, @Nullable Object> columns, String condition, Object... parameters) {
        var changes = columns.keySet().stream().map(name -> name + " = ?").collect(Collectors.joining(", "));
        var all = new ArrayList<@Nullable Object>(columns.values());
        all.addAll(List.of(parameters));
        return database.sql("update " + table + " set " + changes + " where " + condition)
                .params(all)
                .update();
    }
}
