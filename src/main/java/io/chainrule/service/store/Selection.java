package io.chainrule.service.store;

import io.chainrule.service.job.Page;
import io.chainrule.service.job.PageRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Rows of a table that meet conditions, newest first, page by page.
///
/// Pages are cut by key rather than by number, so that what is added or deleted meanwhile shifts nothing.
final class Selection {

    private final JdbcClient database;
    private final String columns;
    private final String table;
    private final List<String> conditions = new ArrayList<>();
    private final List<Object> parameters = new ArrayList<>();

    Selection(JdbcClient database, String columns, String table) {
        this.database = database;
        this.columns = columns;
        this.table = table;
    }

    /// Adds a condition unless its only parameter is null.
    Selection where(String condition, @Nullable Object parameter) {
        return parameter == null ? this : whereAll(condition, parameter);
    }

    Selection whereAll(String condition, Object... those) {
        conditions.add("(" + condition + ")");
        parameters.addAll(List.of(those));
        return this;
    }

    <T> Page<T> page(PageRequest request, RowMapper<T> mapper, Function<T, PageToken> key) {
        if (request.token() != null) {
            var after = PageToken.of(request.token());
            var time = Timestamps.of(after.createdAt());
            whereAll("created_at < ? or (created_at = ? and id < ?)", time, time, after.id());
        }
        parameters.add(request.size() + 1);
        var found = query(" order by created_at desc, id desc fetch first ? rows only", mapper);
        if (found.size() <= request.size()) {
            return new Page<>(found, null);
        }
        var items = found.subList(0, request.size());
        return new Page<>(items, key.apply(items.getLast()).text());
    }

    <T> List<T> query(String rest, RowMapper<T> mapper) {
        var where = conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
        return database.sql("select " + columns + " from " + table + where + rest)
                .params(parameters)
                .query(mapper)
                .list();
    }
}
