package io.chainrule.service.store;

import io.chainrule.service.job.QueueBell;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Rings by a notification of PostgreSQL that says who rang.
///
/// It has a transaction of its own: one that notifies holds up all others that do until it is on disk, and this one has
/// nothing to put there. Rings that come close together are one.
final class PostgresBell implements QueueBell {

    static final String CHANNEL = "chainrule_queue";

    private static final Logger LOG = LoggerFactory.getLogger(PostgresBell.class);
    private static final Duration CLOSE_TOGETHER = Duration.ofMillis(20);

    private final JdbcClient database;
    private final String sender = UUID.randomUUID().toString();
    private final AtomicBoolean ringing = new AtomicBoolean();

    PostgresBell(JdbcClient database) {
        this.database = database;
    }

    @Override
    public void ring() {
        if (ringing.compareAndSet(false, true)) {
            Thread.startVirtualThread(this::ringSoon);
        }
    }

    private void ringSoon() {
        try {
            Thread.sleep(CLOSE_TOGETHER);
            ringing.set(false);
            database.sql("select pg_notify(?, ?)")
                    .params(CHANNEL, sender)
                    .query()
                    .listOfRows();
        } catch (DataAccessException away) {
            LOG.debug("Others find the job at their next poll: {}", away.getMessage());
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /// Whether a notification on this channel comes from another process.
    boolean isOfAnother(String notification) {
        return !notification.equals(sender);
    }
}
