package io.chainrule.service.store;

import io.chainrule.service.job.Hearing;
import io.chainrule.service.job.TrainingQueue;
import java.util.List;
import org.postgresql.PGNotification;

/// Whom the notifications of other processes are for.
record PostgresNews(PostgresAnnouncements announcements, Hearing hearing, PostgresBell bell, TrainingQueue queue) {

    static final List<String> CHANNELS = List.of(PostgresBell.CHANNEL, PostgresAnnouncements.CHANNEL);

    void hear(PGNotification notification) {
        if (notification.getName().equals(PostgresAnnouncements.CHANNEL)) {
            announcements.read(notification.getParameter()).ifPresent(hearing::hear);
        } else if (bell.isOfAnother(notification.getParameter())) {
            queue.wake();
        }
    }

    /// Something may have been said while nobody listened.
    void hearAll() {
        hearing.hearAll();
        queue.wake();
    }
}
