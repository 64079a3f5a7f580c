package io.chainrule.service.job;

import java.sql.DatabaseMetaData;
import java.util.Objects;
import java.util.function.Function;
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
    private static final int ANY_FILL = 100; // percent

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

    /// Whether more than half of the file is free, or holds what nobody needs any more.
    static boolean isSparse(DataSource dataSource) {
        return ask(dataSource, store -> {
            var file = store.getFileStore();
            return file.getFillRate() * file.getChunksFillRate() < 100 * NEEDED_PERCENT;
        });
    }

    /// Writes some of what is still needed anew, as far in front as there is room, and cuts off the end
    /// of the file if nothing needs it any more. What is younger than `RETENTION_TIME` stays where it is.
    /// Commits wait meanwhile.
    ///
    /// The database's own thread for this runs only if commits may be written late. It also moves parts of
    /// the file, which can fail in H2 2.4.240 (its issue 4086); this does not.
    ///
    /// @param bytes at most, of what is still needed
    /// @return whether there was anything to be written anew
    static boolean rewrite(DataSource dataSource, int bytes) {
        return ask(dataSource, store -> {
            boolean found = store.compact(ANY_FILL, bytes);
            store.executeFilestoreOperation(store.getFileStore()::dropUnusedChunks);
            store.commit();
            return found;
        });
    }

    /// How large the file is, in bytes; 0 if all is in memory.
    static long bytes(DataSource dataSource) {
        return ask(
                dataSource,
                store ->
                        store.getFileStore() == null ? 0L : store.getFileStore().size());
    }

    private static <T> T ask(DataSource dataSource, Function<MVStore, T> question) {
        ConnectionCallback<T> asking = connection -> question.apply(store(connection.unwrap(JdbcConnection.class)));
        return Objects.requireNonNull(new JdbcTemplate(dataSource).execute(asking));
    }

    private static MVStore store(JdbcConnection connection) {
        return ((SessionLocal) connection.getSession()).getDatabase().getStore().getMvStore();
    }

    /// Closes the database for good and gives back the room that nothing needs any more.
    static void compact(DataSource dataSource) {
        JdbcClient.create(dataSource).sql("shutdown compact").update();
    }
}
