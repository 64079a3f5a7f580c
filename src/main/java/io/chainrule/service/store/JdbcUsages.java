package io.chainrule.service.store;

import io.chainrule.service.job.Usage;
import io.chainrule.service.job.Usages;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Sums over what belongs to an owner, each along an index that has all it needs.
@Repository
class JdbcUsages implements Usages {

    private final JdbcClient database;

    JdbcUsages(JdbcClient database) {
        this.database = database;
    }

    @Override
    public Usage of(String owner) {
        return database.sql("""
                        select
                            (select count(*) from training_job where owner = :owner
                                and state in ('queued', 'running', 'pausing', 'paused', 'cancelling')) as jobs,
                            (select coalesce(sum(bytes), 0) from dataset where owner = :owner)
                                + (select coalesce(sum(bytes), 0) from model where owner = :owner)
                                + (select coalesce(sum(bytes), 0) from training_job where owner = :owner) as bytes
                        """)
                .param("owner", owner)
                .query((row, _) -> new Usage(row.getLong("jobs"), row.getLong("bytes")))
                .single();
    }
}
