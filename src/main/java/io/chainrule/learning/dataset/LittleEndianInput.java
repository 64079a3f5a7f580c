package io.chainrule.learning.dataset;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/// Reads what `LittleEndianOutput` wrote, and not a byte beyond it.
final class LittleEndianInput {

    private final InputStream stream;
    private final ByteBuffer buffer = ByteBuffer.allocate(1 << 16).order(ByteOrder.LITTLE_ENDIAN);

    LittleEndianInput(InputStream stream) {
        this.stream = stream;
    }

    int getInt() throws IOException {
        fill(Integer.BYTES);
        return buffer.getInt();
    }

    /// A text, empty where it is missing.
    String getText() throws IOException {
        int length = getInt();
        if (length == -1) {
            return "";
        }
        if (length < 0) {
            throw new IOException("A text cannot have " + length + " bytes");
        }
        var bytes = stream.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException("A text of " + length + " bytes breaks off after " + bytes.length);
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }

    double[] getDoubles(int count) throws IOException {
        var values = new double[count];
        int perBlock = buffer.capacity() / Double.BYTES;
        for (int from = 0; from < count; from += perBlock) {
            int length = Math.min(perBlock, count - from);
            fill(length * Double.BYTES);
            buffer.asDoubleBuffer().get(values, from, length);
        }
        return values;
    }

    int[] getInts(int count) throws IOException {
        var values = new int[count];
        int perBlock = buffer.capacity() / Integer.BYTES;
        for (int from = 0; from < count; from += perBlock) {
            int length = Math.min(perBlock, count - from);
            fill(length * Integer.BYTES);
            buffer.asIntBuffer().get(values, from, length);
        }
        return values;
    }

    private void fill(int bytes) throws IOException {
        int read = stream.readNBytes(buffer.array(), 0, bytes);
        if (read < bytes) {
            throw new EOFException("A dataset breaks off: " + bytes + " bytes were expected, " + read + " came");
        }
        buffer.clear().limit(bytes);
    }
}
