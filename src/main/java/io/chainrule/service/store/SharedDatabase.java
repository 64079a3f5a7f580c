package io.chainrule.service.store;

import io.chainrule.learning.specification.InvalidSpecException;
import io.chainrule.service.job.Announcements;
import io.chainrule.service.job.EmbeddedDatabase;
import io.chainrule.service.job.Hearing;
import io.chainrule.service.job.QueueBell;
import io.chainrule.service.job.TrainingQueue;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SQLErrorCodeSQLExceptionTranslator;
import org.springframework.jdbc.support.SQLExceptionSubclassTranslator;
import org.springframework.jdbc.support.SQLExceptionTranslator;

/// How the processes that share a database hear of each other. With an embedded one there is nobody to hear.
@Configuration(proxyBeanMethods = false)
class SharedDatabase {

    private static final String NO_TEXT = "22021";

    /// Says of every failure whether trying again may help: of PostgreSQL's locks, Spring's default does not know it.
    static SQLExceptionTranslator translator(DataSource dataSource) {
        return EmbeddedDatabase.isUsedBy(dataSource)
                ? new SQLExceptionSubclassTranslator()
                : refusingWhatIsNoText(new SQLErrorCodeSQLExceptionTranslator(dataSource));
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
