package io.chainrule.service.store;

import io.chainrule.service.job.JobEvent;
import io.chainrule.service.job.JobEvents;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Events in the table `job_event`, as JSON.
@Repository
class JdbcJobEvents implements JobEvents {

    private final JdbcClient database;
    private final JdbcTemplate batches;

    JdbcJobEvents(JdbcClient database, JdbcTemplate batches) {
        this.database = database;
        this.batches = batches;
    }

    @Override
    public void append(String job, long first, List<JobEvent> events) {
        var rows = new ArrayList<Object[]>();
        for (int i = 0; i < events.size(); i++) {
            rows.add(new Object[] {job, first + i, EventText.write(events.get(i))});
        }
        batches.batchUpdate("insert into job_event (job_id, number, content) values (?, ?, ?)", rows);
    }

    @Override
    public List<NumberedEvent> after(String job, long number, int most) {
        if (!Sight.coversJob(database, job)) {
            return List.of();
        }
        return database.sql("""
                        select number, content from job_event where job_id = ? and number > ?
                        order by number fetch first ? rows only
                        """)
                .params(job, number, most)
                .query((row, _) -> new NumberedEvent(row.getLong("number"), EventText.read(row.getString("content"))))
                .list();
    }
}
