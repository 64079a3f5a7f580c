package io.chainrule.service.store;

import com.zaxxer.hikari.HikariDataSource;
import io.chainrule.learning.specification.InvalidSpecException;
import io.chainrule.service.job.Announcements;
import io.chainrule.service.job.EmbeddedDatabase;
import io.chainrule.service.job.Hearing;
import io.chainrule.service.job.QueueBell;
import io.chainrule.service.job.Room;
import io.chainrule.service.job.TrainingQueue;
import java.nio.file.Path;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SQLErrorCodeSQLExceptionTranslator;
import org.springframework.jdbc.support.SQLExceptionSubclassTranslator;
import org.springframework.jdbc.support.SQLExceptionTranslator;

/// How the processes that share a database hear of each other. With an embedded one there is nobody to hear.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(StorageSettings.class)
class SharedDatabase {

    private static final String NO_TEXT = "22021";

    /// Says of every failure whether trying again may help: of PostgreSQL's locks, Spring's default does not know it.
    static SQLExceptionTranslator translator(DataSource dataSource) {
        return EmbeddedDatabase.isUsedBy(dataSource)
                ? leavingAClosedDatabase(dataSource, new SQLExceptionSubclassTranslator())
                : refusingWhatIsNoText(new SQLErrorCodeSQLExceptionTranslator(dataSource));
    }

    /// With one connection to a closed database, all others are of no use any more.
    private static SQLExceptionTranslator leavingAClosedDatabase(DataSource dataSource, SQLExceptionTranslator others) {
        return (task, statement, failure) -> {
            if (ClosedDatabase.isToldBy(failure)) {
                leaveAll(dataSource);
            }
            return others.translate(task, statement, failure);
        };
    }

    private static void leaveAll(DataSource dataSource) {
        try {
            if (dataSource.isWrapperFor(HikariDataSource.class)) {
                dataSource.unwrap(HikariDataSource.class).getHikariPoolMXBean().softEvictConnections();
            }
        } catch (SQLException impossible) {
            throw new IllegalStateException("A pool says that it is one, but does not show it", impossible);
        }
    }

    /// PostgreSQL's texts lack one character that JSON and query parameters can name.
    private static SQLExceptionTranslator refusingWhatIsNoText(SQLExceptionTranslator others) {
        return (task, statement, failure) -> {
            if (NO_TEXT.equals(failure.getSQLState())) {
                throw new InvalidSpecException("", "No name, tag or id can hold the character U+0000; leave it out");
            }
            return others.translate(task, statement, failure);
        };
    }

    @Bean
    SQLExceptionTranslator exceptionTranslator(DataSource dataSource) {
        return translator(dataSource);
    }

    /// Of PostgreSQL's disk this machine knows nothing.
    @Bean
    Room room(DataSource dataSource, JdbcClient database, StorageSettings settings) {
        if (!EmbeddedDatabase.isUsedBy(dataSource)) {
            return Room.ENDLESS;
        }
        var file = database.sql("select database_path()").query(String.class).optional();
        return file.<Room>map(path -> new DiskRoom(Path.of(path + ".mv.db"), settings.reserve()))
                .orElse(Room.ENDLESS);
    }

    @Bean
    Announcements announcements(DataSource dataSource, JdbcClient database) {
        return EmbeddedDatabase.isUsedBy(dataSource) ? Announcements.NONE : new PostgresAnnouncements(database);
    }

    @Bean
    QueueBell queueBell(DataSource dataSource, JdbcClient database) {
        return EmbeddedDatabase.isUsedBy(dataSource) ? QueueBell.NONE : new PostgresBell(database);
    }

    /// Listens until it is closed.
    @Bean
    AutoCloseable announcementListener(
            DataSource dataSource, Announcements announcements, Hearing hearing, QueueBell bell, TrainingQueue queue) {
        return announcements instanceof PostgresAnnouncements known && bell instanceof PostgresBell door
                ? PostgresListener.start(dataSource, new PostgresNews(known, hearing, door, queue))
                : () -> {};
    }
}
