package io.chainrule.service.job;

import java.sql.DatabaseMetaData;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcUtils;
import org.springframework.jdbc.support.MetaDataAccessException;

/// H2, which only one process can have open at a time.
public final class EmbeddedDatabase {

    private EmbeddedDatabase() {}

    /// Whether this is the database behind a data source; all others are shared by several processes.
    public static boolean isUsedBy(DataSource dataSource) {
        try {
            return "H2".equals(JdbcUtils.extractDatabaseMetaData(dataSource, DatabaseMetaData::getDatabaseProductName));
        } catch (MetaDataAccessException unavailable) {
            throw new IllegalStateException("The database does not say what it is", unavailable);
        }
    }

    /// At start, whoever picked an entry is gone: without waiting for missed heartbeats, its job can start again.
    static int releaseEntries(DataSource dataSource) {
        return JdbcClient.create(dataSource).sql("""
                        update scheduled_tasks
                        set picked = false, picked_by = null, last_heartbeat = null, version = version + 1
                        where picked
                        """).update();
    }

    /// Closes the database for good and gives back the room that nothing needs any more.
    static void compact(DataSource dataSource) {
        JdbcClient.create(dataSource).sql("shutdown compact").update();
    }
}
