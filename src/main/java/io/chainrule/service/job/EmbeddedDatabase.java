package io.chainrule.service.job;

import java.sql.DatabaseMetaData;
import java.util.Objects;
import javax.sql.DataSource;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.h2.mvstore.MVStore;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcUtils;
import org.springframework.jdbc.support.MetaDataAccessException;

/// H2, which only one process can have open at a time.
public final class EmbeddedDatabase {

    private static final int NEEDED_PERCENT = 50;

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

    /// Writes some of what is still needed anew, out of the parts of the file that hold little else: the database then
    /// writes over those parts, and cuts them off where they are the end of the file. Commits wait meanwhile.
    ///
    /// Its own thread for this runs only if commits may be written late. That thread also moves parts of the file,
    /// which can fail in H2 2.4.240 (its issue 4086); this does not.
    ///
    /// @param bytes at most, of what is still needed
    /// @return whether there was anything: nothing is rewritten of a file of which half is needed
    static boolean rewrite(DataSource dataSource, int bytes) {
        ConnectionCallback<Boolean> rewriting = connection -> {
            var store = store(connection.unwrap(JdbcConnection.class));
            boolean found = store.compact(NEEDED_PERCENT, bytes);
            if (found) {
                store.commit();
            }
            return found;
        };
        return Objects.requireNonNull(new JdbcTemplate(dataSource).execute(rewriting));
    }

    /// How large the file is, in bytes; 0 if all is in memory.
    static long bytes(DataSource dataSource) {
        return JdbcClient.create(dataSource)
                .sql("""
                        select setting_value from information_schema.settings where setting_name = 'info.FILE_SIZE'
                        """)
                .query(Long.class)
                .optional()
                .orElse(0L);
    }

    private static MVStore store(JdbcConnection connection) {
        return ((SessionLocal) connection.getSession()).getDatabase().getStore().getMvStore();
    }

    /// Closes the database for good and gives back the room that nothing needs any more.
    static void compact(DataSource dataSource) {
        JdbcClient.create(dataSource).sql("shutdown compact").update();
    }
}
