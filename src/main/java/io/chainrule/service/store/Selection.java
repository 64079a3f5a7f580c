package io.chainrule.service.store;

import io.chainrule.service.job.Page;
import io.chainrule.service.job.PageRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.ResultSetExtractor;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Rows of a table that meet conditions, of those that the current caller may know of.
///
/// Pages begin with the newest and are cut by key rather than by number, so that what is added or deleted meanwhile
/// shifts nothing.
final class Selection {

    private final JdbcClient database;
    private final String table;
    private String columns = "*";
    private String others = "";
    private final List<Object> ofColumns = new ArrayList<>();
    private final List<String> conditions = new ArrayList<>();
    private final List<Object> parameters = new ArrayList<>();

    /// @param table with the columns `id` and `owner`
    Selection(JdbcClient database, String table) {
        this.database = database;
        this.table = table;
        var sight = Sight.current();
        whereAll(sight.condition(table), sight.parameters().toArray());
    }

    /// Reads these instead of all columns.
    Selection columns(String those, Object... their) {
        columns = those;
        ofColumns.addAll(List.of(their));
        return this;
    }

    /// Adds the columns of another table.
    ///
    /// @param join begins with `join`
    Selection with(String join) {
        others = " " + join;
        return this;
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
        return statement("select " + columns, rest).query(mapper).list();
    }

    <T> T query(String rest, ResultSetExtractor<T> reading) {
        return statement("select " + columns, rest).query(reading);
    }

    /// The only row, if there is one.
    <T> Optional<T> one(RowMapper<T> mapper) {
        return statement("select " + columns, "").query(mapper).optional();
    }

    /// The only row, if there is one, which nobody else can change until the transaction ends.
    <T> Optional<T> locked(RowMapper<T> mapper) {
        return locked(" for update", mapper);
    }

    /// @param how the kind of lock
    <T> Optional<T> locked(String how, RowMapper<T> mapper) {
        return statement("select " + columns, how).query(mapper).optional();
    }

    boolean exists() {
        columns("1");
        return one((_, _) -> true).isPresent();
    }

    /// How many rows there were, which are gone now.
    int delete() {
        return statement("delete", "").update();
    }

    private JdbcClient.StatementSpec statement(String verb, String rest) {
        var all = new ArrayList<>(ofColumns);
        all.addAll(parameters);
        var where = " where " + String.join(" and ", conditions);
        return database.sql(verb + " from " + table + others + where + rest).params(all);
    }
}
