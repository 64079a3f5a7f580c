package io.chainrule.service.store;

import io.chainrule.service.job.Announcement;
import io.chainrule.service.job.Announcements;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Announcements as notifications of PostgreSQL, which come when the sending transaction is committed and only then.
///
/// A notification reads `sender kind job`; a process passes over its own, which it has heard of already.
final class PostgresAnnouncements implements Announcements {

    static final String CHANNEL = "chainrule";

    private static final String STOP = "stop";
    private static final String NEWS = "news";
    private static final int PARTS = 3;

    private final JdbcClient database;
    private final String sender = UUID.randomUUID().toString();

    PostgresAnnouncements(JdbcClient database) {
        this.database = database;
    }

    @Override
    public void send(Announcement announcement) {
        database.sql("select pg_notify(?, ?)")
                .params(CHANNEL, write(announcement))
                .query()
                .listOfRows();
    }

    String write(Announcement announcement) {
        return String.join(" ", sender, announcement.isStop() ? STOP : NEWS, announcement.job());
    }

    /// What another process announces; empty if it was this one, or nobody that is known.
    Optional<Announcement> read(String notification) {
        var parts = notification.split(" ", PARTS);
        return parts.length < PARTS || parts[0].equals(sender)
                ? Optional.empty()
                : Optional.of(new Announcement(parts[2], parts[1].equals(STOP)));
    }
}
