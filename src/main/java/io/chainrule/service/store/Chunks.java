package io.chainrule.service.store;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Bytes of any length as rows of 1 MiB, since some drivers hold a whole value in memory several times.
///
/// @param table with columns `owner`, `sequence` and `content`
record Chunks(JdbcClient database, String table) {

    static final int SIZE = 1 << 20;

    /// Rows of at most 1 MiB each.
    static List<byte[]> split(byte[] content) {
        var parts = new ArrayList<byte[]>();
        for (int from = 0; from < content.length; from += SIZE) {
            parts.add(Arrays.copyOfRange(content, from, Math.min(content.length, from + SIZE)));
        }
        return parts;
    }

    /// The content of rows in their order.
    static byte[] join(List<byte[]> parts) {
        var content =
                ByteBuffer.allocate(parts.stream().mapToInt(part -> part.length).sum());
        parts.forEach(content::put);
        return content.array();
    }

    void writeAll(String owner, byte[] content) {
        int sequence = 0;
        for (var chunk : split(content)) {
            write(owner, sequence++, chunk);
        }
    }

    /// Everything of an owner; empty if there is nothing.
    byte[] readAll(String owner) {
        return join(database.sql("select content from " + table + " where owner = ? order by sequence")
                .param(owner)
                .query((row, _) -> row.getBytes("content"))
                .list());
    }

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
