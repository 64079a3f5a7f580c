package io.chainrule.service.job;

import java.time.Duration;
import javax.sql.DataSource;
import org.springframework.scheduling.annotation.Scheduled;

/// Keeps the file of an embedded database small while the service runs, and leaves a small one behind when it
/// ends. Each commit writes some 50 KiB, of which the next ones need little.
final class Compaction implements AutoCloseable {

    private static final long SPARE = 16 << 20;
    private static final Duration AT_ONCE = Duration.ofMillis(100);

    private final DataSource dataSource;
    private final boolean isEmbedded;
    private long settled;

    Compaction(DataSource dataSource) {
        this.dataSource = dataSource;
        this.isEmbedded = EmbeddedDatabase.isUsedBy(dataSource);
    }

    /// Once the file has doubled, and by more than there is to spare: bit by bit until a bit no longer gives back a
    /// tenth.
    @Scheduled(fixedDelayString = "${chainrule.database.compaction:10s}")
    void shrink() {
        if (!isEmbedded) {
            return;
        }
        long before = EmbeddedDatabase.bytes(dataSource);
        if (before <= 2 * settled + SPARE) {
            return;
        }
        long after = shrunk();
        while (after < before - before / 10) {
            before = after;
            after = shrunk();
        }
        settled = after;
    }

    private long shrunk() {
        EmbeddedDatabase.shrink(dataSource, AT_ONCE);
        return EmbeddedDatabase.bytes(dataSource);
    }

    @Override
    public void close() {
        if (isEmbedded) {
            EmbeddedDatabase.compact(dataSource);
        }
    }
}
