package io.chainrule.service.store;

import io.chainrule.service.job.repetition.KeptAnswer;
import io.chainrule.service.job.repetition.KeptAnswers;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// First answers in the table `kept_answer`, their bodies in `kept_answer_chunk`.
@Repository
class JdbcKeptAnswers implements KeptAnswers {

    private static final String TABLE = "kept_answer";

    private final JdbcClient database;
    private final Statements statements;
    private final Chunks chunks;

    JdbcKeptAnswers(JdbcClient database) {
        this.database = database;
        this.statements = new Statements(database);
        this.chunks = new Chunks(database, "kept_answer_chunk");
    }

    @Override
    public Optional<Entry> find(String id) {
        return database.sql("select * from " + TABLE + " where id = ? and status is not null")
                .param(id)
                .query(this::read)
                .optional();
    }

    private Entry read(ResultSet row, int number) throws SQLException {
        var headers = new LinkedHashMap<String, String>();
        Json.read(row.getString("headers"))
                .properties()
                .forEach(
                        header -> headers.put(header.getKey(), header.getValue().stringValue()));
        var body = chunks.readAll(row.getString("id"));
        return new Entry(
                row.getString("request"),
                Timestamps.read(row, "created_at"),
                new KeptAnswer(row.getInt("status"), headers, body));
    }

    @Override
    public void take(String id, String request, Instant now) {
        var columns = new LinkedHashMap<String, @Nullable Object>();
        columns.put("id", id);
        columns.put("request", request);
        columns.put("created_at", Timestamps.of(now));
        statements.insert(TABLE, columns);
    }

    @Override
    public void keep(String id, KeptAnswer answer) {
        var columns = new LinkedHashMap<String, @Nullable Object>();
        columns.put("status", answer.status());
        columns.put("headers", write(answer.headers()));
        statements.update(TABLE, columns, "id = ?", id);
        chunks.writeAll(id, answer.body());
    }

    private static String write(Map<String, String> headers) {
        var json = Json.object();
        headers.forEach(json::put);
        return json.toString();
    }

    @Override
    public void deleteOld(String id, Instant before) {
        database.sql("delete from " + TABLE + " where id = ? and created_at < ?")
                .params(id, Timestamps.of(before))
                .update();
    }

    @Override
    public int deleteAllOld(Instant before) {
        return database.sql("delete from " + TABLE + " where created_at < ?")
                .param(Timestamps.of(before))
                .update();
    }
}
