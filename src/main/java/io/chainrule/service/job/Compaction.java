package io.chainrule.service.job;

import javax.sql.DataSource;
import org.h2.mvstore.MVStoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;

/// Keeps the file of an embedded database small while the service runs, and leaves a small one behind when it ends.
///
/// Each commit writes some 50 KiB, most of it a new version of what was there before. The old one is free after a while
/// (`RETENTION_TIME`), but not the room it takes as long as anything beside it is still needed.
final class Compaction implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Compaction.class);
    private static final long SMALL = 16 << 20;
    private static final int AT_ONCE = 2 << 20; // bytes; some 20 ms, for which commits wait
    private static final int MOST_AT_ONCE = 16 << 20;
    private static final int MOST = 16; // rounds

    private final DataSource dataSource;
    private final boolean isEmbedded;
    private boolean isClosed;

    Compaction(DataSource dataSource) {
        this.dataSource = dataSource;
        this.isEmbedded = EmbeddedDatabase.isUsedBy(dataSource);
    }

    /// Rewrites bit by bit what stands in the way, until half of the file is needed, or all that is left is too young.
    @Scheduled(fixedDelayString = "${chainrule.storage.compaction:5s}")
    synchronized void shrink() {
        if (!isEmbedded || isClosed) {
            return;
        }
        try {
            int bytes = AT_ONCE;
            for (int rounds = 0; rounds < MOST && bytes <= MOST_AT_ONCE && isWorthIt(); rounds++) {
                if (!EmbeddedDatabase.rewrite(dataSource, bytes)) {
                    bytes *= 2; // what was written at once can only be rewritten at once
                }
            }
        } catch (DataAccessException | MVStoreException away) {
            LOG.warn("The database cannot be compacted now: {}", away.getMessage());
        }
    }

    private boolean isWorthIt() {
        return EmbeddedDatabase.bytes(dataSource) > SMALL && EmbeddedDatabase.isSparse(dataSource);
    }

    @Override
    public synchronized void close() {
        isClosed = true;
        if (isEmbedded) {
            EmbeddedDatabase.compact(dataSource);
        }
    }
}
