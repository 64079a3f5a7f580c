package io.chainrule.service.job;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;

/// The time of the database, so that processes on machines whose clocks differ agree on who has been silent for too
/// long: this machine's clock, moved by what it was found to differ. It ticks in microseconds.
final class DatabaseClock extends Clock {

    private static final Logger LOG = LoggerFactory.getLogger(DatabaseClock.class);

    /// Less is the time that the question takes, and not worth a jump.
    private static final Duration TOLERANCE = Duration.ofMillis(50);

    private final DataSource dataSource;
    private final Clock here;
    private volatile Duration offset;

    /// @param here the clock of this machine
    /// @throws IllegalStateException if the database does not answer
    DatabaseClock(DataSource dataSource, Clock here) {
        this.dataSource = dataSource;
        this.here = here;
        try {
            offset = measured();
        } catch (SQLException away) {
            throw new IllegalStateException("The database does not tell the time", away);
        }
    }

    /// Asks the database again: clocks drift, and are set.
    @Scheduled(fixedDelayString = "10s", initialDelayString = "10s")
    void adjust() {
        try {
            var now = measured();
            if (now.minus(offset).abs().compareTo(TOLERANCE) > 0) {
                LOG.info("This machine's clock differs from the database's by {} instead of {}", now, offset);
                offset = now;
            }
        } catch (SQLException away) {
            LOG.debug("The database does not tell the time: {}", away.getMessage());
        }
    }

    /// The answer is as old as half of the time that it took.
    private Duration measured() throws SQLException {
        try (var connection = dataSource.getConnection();
                var statement = connection.createStatement()) {
            var asked = here.instant();
            try (var answer = statement.executeQuery("select clock_timestamp()")) {
                answer.next();
                var there = answer.getObject(1, OffsetDateTime.class).toInstant();
                var took = Duration.between(asked, here.instant());
                return Duration.between(asked.plus(took.dividedBy(2)), there);
            }
        }
    }

    @Override
    public Instant instant() {
        return here.instant().plus(offset).truncatedTo(ChronoUnit.MICROS);
    }

    @Override
    public ZoneId getZone() {
        return here.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return new DatabaseClock(dataSource, here.withZone(zone));
    }
}
