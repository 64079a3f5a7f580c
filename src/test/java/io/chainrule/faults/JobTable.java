package io.chainrule.faults;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What the database knows of jobs, whatever the processes say.
record JobTable(JdbcClient database) {

    String state(String id) {
        return value("state", id, String.class);
    }

    int attempt(String id) {
        return value("attempt", id, Integer.class);
    }

    long step(String id) {
        return value("step", id, Long.class);
    }

    private <T> T value(String column, String id, Class<T> type) {
        return database.sql("select %s from training_job where id = ?".formatted(column))
                .param(id)
                .query(type)
                .single();
    }

    /// The name of the process that has taken a job.
    String worker(String id) {
        return database.sql("select picked_by from scheduled_tasks where task_instance = ? and picked")
                .param(id)
                .query(String.class)
                .single();
    }

    /// A job that trains and has not come half of its way at its newest checkpoint.
    Optional<String> farFromItsEnd() {
        return database.sql("""
                        select id from training_job
                        where state = 'running' and checkpoint_step between 1 and steps / 2 limit 1
                        """).query(String.class).optional();
    }

    /// How many jobs there are of which this is true.
    long count(String condition) {
        return database.sql("select count(*) from training_job where " + condition)
                .query(Long.class)
                .single();
    }
}
