package io.chainrule.service.store;

import java.io.OutputStream;
import java.util.Arrays;

/// Writes a stream as chunk rows; what is left at the end is written on closing.
final class ChunkOutput extends OutputStream {

    private final Chunks chunks;
    private final String owner;
    private final byte[] buffer = new byte[Chunks.SIZE];
    private int filled;
    private int sequence;
    private long count;

    ChunkOutput(Chunks chunks, String owner) {
        this.chunks = chunks;
        this.owner = owner;
    }

    @Override
    public void write(int single) {
        write(new byte[] {(byte) single}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
        count += length;
        int written = 0;
        while (written < length) {
            int part = Math.min(length - written, buffer.length - filled);
            System.arraycopy(bytes, offset + written, buffer, filled, part);
            written += part;
            filled += part;
            if (filled == buffer.length) {
                writeChunk();
            }
        }
    }

    /// How many bytes have been written.
    long count() {
        return count;
    }

    @Override
    public void close() {
        if (filled > 0) {
            writeChunk();
        }
    }

    private void writeChunk() {
        chunks.write(owner, sequence++, Arrays.copyOf(buffer, filled));
        filled = 0;
    }
}
