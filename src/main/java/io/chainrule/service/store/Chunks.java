package io.chainrule.service.store;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Bytes of any length as rows of 1 MiB, since some drivers hold a whole value in memory several times.
///
/// @param table with columns `owner`, `sequence` and `content`
record Chunks(JdbcClient database, String table) {

    static final int SIZE = 1 << 20;

    void write(String owner, int sequence, byte[] content) {
        database.sql("insert into " + table + " (owner, sequence, content) values (?, ?, ?)")
                .params(owner, sequence, content)
                .update();
    }

    Optional<byte[]> read(String owner, int sequence) {
        return database.sql("select content from " + table + " where owner = ? and sequence = ?")
                .params(owner, sequence)
                .query(byte[].class)
                .optional();
    }
}
