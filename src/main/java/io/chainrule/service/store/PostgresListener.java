package io.chainrule.service.store;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Listens to what other processes announce, through a connection that it keeps for itself. What is said while that is
/// broken is lost; so everybody looks again once it is back.
final class PostgresListener implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(PostgresListener.class);

    /// After which the connection is asked whether it still lives.
    private static final Duration SILENCE = Duration.ofSeconds(10);

    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final int SECONDS_TO_ANSWER = 5;

    private final DataSource dataSource;
    private final PostgresNews news;
    private final Thread thread;
    private volatile boolean closed;

    private PostgresListener(DataSource dataSource, PostgresNews news) {
        this.dataSource = dataSource;
        this.news = news;
        this.thread = Thread.ofVirtual().name("announcements").unstarted(this::run);
    }

    static PostgresListener start(DataSource dataSource, PostgresNews news) {
        var listener = new PostgresListener(dataSource, news);
        listener.thread.start();
        return listener;
    }

    private void run() {
        while (!closed) {
            try (var connection = dataSource.getConnection()) {
                listen(connection);
            } catch (SQLException away) {
                if (!closed) {
                    LOG.warn("What other processes announce is not heard now: {}", away.getMessage());
                    pause();
                }
            }
        }
    }

    private void listen(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            for (var channel : PostgresNews.CHANNELS) {
                statement.execute("listen " + channel);
            }
            news.hearAll();
            while (!closed) {
                hear(connection);
            }
        } finally {
            evict(connection);
        }
    }

    private void hear(Connection connection) throws SQLException {
        var notifications = connection.unwrap(PGConnection.class).getNotifications((int) SILENCE.toMillis());
        if (notifications.length == 0 && !closed && !connection.isValid(SECONDS_TO_ANSWER)) {
            throw new SQLException("The database does not answer");
        }
        for (var notification : notifications) {
            news.hear(notification);
        }
    }

    /// Nobody else gets a connection that listens.
    private void evict(Connection connection) throws SQLException {
        if (dataSource.isWrapperFor(HikariDataSource.class)) {
            dataSource.unwrap(HikariDataSource.class).evictConnection(connection);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt(); // closed, so the loop ends
        }
    }

    @Override
    public void close() {
        closed = true;
        thread.interrupt(); // also ends the reading
    }
}
