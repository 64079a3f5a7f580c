package io.chainrule.service.store;

import java.io.InputStream;

/// Reads chunk rows as a stream, one row at a time.
final class ChunkInput extends InputStream {

    private final Chunks chunks;
    private final String owner;
    private byte[] chunk = new byte[0];
    private int position;
    private int sequence;
    private boolean exhausted;
    private long before;

    ChunkInput(Chunks chunks, String owner) {
        this.chunks = chunks;
        this.owner = owner;
    }

    @Override
    public int read() {
        return isAtEnd() ? -1 : chunk[position++] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) {
        if (length == 0) {
            return 0;
        }
        if (isAtEnd()) {
            return -1;
        }
        int part = Math.min(length, chunk.length - position);
        System.arraycopy(chunk, position, bytes, offset, part);
        position += part;
        return part;
    }

    /// How many bytes have been read.
    long count() {
        return before + (exhausted ? 0 : position);
    }

    private boolean isAtEnd() {
        while (position == chunk.length && !exhausted) {
            var next = chunks.read(owner, sequence++);
            before += position;
            exhausted = next.isEmpty();
            chunk = next.orElse(chunk);
            position = exhausted ? chunk.length : 0;
        }
        return exhausted;
    }
}
