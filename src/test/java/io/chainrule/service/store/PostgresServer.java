package io.chainrule.service.store;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A PostgreSQL for the tests of this process, started by the first one that needs it. Databases are copies of one that
/// has all tables, which takes a tenth of the time of making them.
public final class PostgresServer {

    public static final String USER = "postgres";

    private static final String TEMPLATE = "empty";
    private static final EmbeddedPostgres SERVER = start();
    private static final Map<Path, String> DATABASES = new ConcurrentHashMap<>();

    private PostgresServer() {}

    private static EmbeddedPostgres start() {
        try {
            var server = EmbeddedPostgres.builder()
                    .setServerConfig("fsync", "off")
                    .setServerConfig("max_connections", "200")
                    .start();
            execute(server, "create database " + TEMPLATE);
            Vendor.migrate(server.getDatabase(USER, TEMPLATE), "postgresql");
            return server;
        } catch (IOException broken) {
            throw new UncheckedIOException("The embedded PostgreSQL does not start", broken);
        }
    }

    /// Where the database of a folder is; it is made when it is asked for first.
    public static String url(Path directory) {
        return url(directory, " template " + TEMPLATE);
    }

    /// As `url`, but there are no tables yet: somebody else is to make them.
    public static String emptyUrl(Path directory) {
        return url(directory, "");
    }

    private static String url(Path directory, String origin) {
        var name = DATABASES.computeIfAbsent(directory, _ -> {
            var next = "test_" + DATABASES.size();
            execute(SERVER, "create database " + next + origin);
            return next;
        });
        return SERVER.getJdbcUrl(USER, name);
    }

    private static void execute(EmbeddedPostgres server, String statement) {
        JdbcClient.create(server.getPostgresDatabase()).sql(statement).update();
    }
}
