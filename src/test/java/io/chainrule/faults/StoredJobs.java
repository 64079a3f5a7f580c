package io.chainrule.faults;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What is in the database, read with plain statements: nothing that the service believes about it.
final class StoredJobs {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcClient database;

    StoredJobs(JdbcClient database) {
        this.database = database;
    }

    record Row(
            String id,
            String state,
            long version,
            long events,
            int attempt,
            int interruptions,
            int epoch,
            @Nullable String model,
            @Nullable String parametersHash,
            @Nullable String error) {}

    record Event(long number, JsonNode content) {

        String kind() {
            return content.get("kind").stringValue();
        }

        String state() {
            return content.get("state").stringValue();
        }
    }

    List<Row> all() {
        return database.sql("select * from training_job order by created_at, id")
                .query((row, _) -> new Row(
                        row.getString("id"),
                        row.getString("state"),
                        row.getLong("version"),
                        row.getLong("events"),
                        row.getInt("attempt"),
                        row.getInt("interruptions"),
                        row.getInt("epoch"),
                        row.getString("model_id"),
                        row.getString("parameters_hash"),
                        row.getString("error_code")))
                .list();
    }

    List<Event> events(String job) {
        return database.sql("select number, content from job_event where job_id = ? order by number")
                .param(job)
                .query((row, _) -> new Event(row.getLong("number"), JSON.readTree(row.getString("content"))))
                .list();
    }

    List<String> models(String job) {
        return database.sql("select id from model where job_id = ?")
                .param(job)
                .query(String.class)
                .list();
    }

    /// Values of the tag `request` that more than one job has.
    List<String> repeatedRequests() {
        return database.sql("""
                        select content from training_job_tag where name = 'request'
                        group by content having count(*) > 1
                        """).query(String.class).list();
    }
}
