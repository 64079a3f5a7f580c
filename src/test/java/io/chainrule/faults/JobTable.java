package io.chainrule.faults;

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

    /// How many jobs there are of which this is true.
    long count(String condition) {
        return database.sql("select count(*) from training_job where " + condition)
                .query(Long.class)
                .single();
    }
}
