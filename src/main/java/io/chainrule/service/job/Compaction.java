package io.chainrule.service.job;

import javax.sql.DataSource;

/// Leaves a small file behind when the service ends with an embedded database.
final class Compaction implements AutoCloseable {

    private final DataSource dataSource;
    private final boolean isEmbedded;

    Compaction(DataSource dataSource) {
        this.dataSource = dataSource;
        this.isEmbedded = EmbeddedDatabase.isUsedBy(dataSource);
    }

    @Override
    public void close() {
        if (isEmbedded) {
            EmbeddedDatabase.compact(dataSource);
        }
    }
}
