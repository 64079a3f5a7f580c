package io.chainrule.service.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/// The databases that the service runs on, each test with one of its own.
public enum Vendor {
    /// A file, which is a copy of one that has all tables, unless it is there already.
    H2 {
        @Override
        Pool open(Path directory) {
            EmbeddedFile.provide(directory);
            var pool = EmbeddedFile.pool(directory);
            return new Pool(pool, pool::dispose);
        }
    },
    /// A database of a server that all tests of this process share.
    POSTGRESQL {
        @Override
        Pool open(Path directory) {
            var configuration = new HikariConfig();
            configuration.setJdbcUrl(PostgresServer.url(directory));
            configuration.setUsername(PostgresServer.USER);
            configuration.setMaximumPoolSize(CONNECTIONS);
            configuration.setMinimumIdle(0);
            configuration.setConnectionInitSql("set lock_timeout = '1s'");
            var pool = new HikariDataSource(configuration);
            return new Pool(pool, pool::close);
        }
    };

    private static final int CONNECTIONS = 20;

    /// The database of a folder, with all tables: the same folder has the same database.
    abstract Pool open(Path directory);

    static void migrate(DataSource database, String vendor) {
        Flyway.configure()
                .dataSource(database)
                .locations("classpath:db/migration/common", "classpath:db/migration/" + vendor)
                .load()
                .migrate();
    }

    /// Connections, to be closed.
    record Pool(DataSource source, Runnable end) implements AutoCloseable {

        @Override
        public void close() {
            end.run();
        }
    }
}
