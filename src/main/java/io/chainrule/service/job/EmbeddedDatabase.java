package io.chainrule.service.job;

import java.sql.DatabaseMetaData;
import java.time.Duration;
import javax.sql.DataSource;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
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

    /// How large the file is, in bytes; 0 if there is none, because all is in memory.
    static long bytes(DataSource dataSource) {
        return JdbcClient.create(dataSource)
                .sql("""
                        select setting_value from information_schema.settings where setting_name = 'info.FILE_SIZE'
                        """)
                .query(Long.class)
                .optional()
                .orElse(0L);
    }

    /// Rewrites what is spread thin over the file, for about so long; commits wait meanwhile. It is done here because
    /// the database's own thread for it runs only if commits may be written late.
    static void shrink(DataSource dataSource, Duration atMost) {
        new JdbcTemplate(dataSource).execute((ConnectionCallback<@Nullable Void>) connection -> {
            var session = (SessionLocal) connection.unwrap(JdbcConnection.class).getSession();
            var store = session.getDatabase().getStore().getMvStore();
            int retention = store.getRetentionTime(); // set to 0 while it is compacted
            try {
                store.compactFile((int) atMost.toMillis());
            } finally {
                store.setRetentionTime(retention);
            }
            return null;
        });
    }

    /// Closes the database for good and gives back the room that nothing needs any more.
    static void compact(DataSource dataSource) {
        JdbcClient.create(dataSource).sql("shutdown compact").update();
    }
}
