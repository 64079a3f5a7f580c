package io.chainrule.learning.dataset;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

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

    /// Takes no more memory than twice of what really comes.
    double[] getDoubles(int count) throws IOException {
        var values = new double[within(count, buffer.capacity() / Double.BYTES)];
        for (int from = 0; from < count; ) {
            values = from < values.length ? values : Arrays.copyOf(values, within(count, 2L * from));
            int length = Math.min(buffer.capacity() / Double.BYTES, values.length - from);
            fill(length * Double.BYTES);
            buffer.asDoubleBuffer().get(values, from, length);
            from += length;
        }
        return values;
    }

    /// Takes no more memory than twice of what really comes.
    int[] getInts(int count) throws IOException {
        var values = new int[within(count, buffer.capacity() / Integer.BYTES)];
        for (int from = 0; from < count; ) {
            values = from < values.length ? values : Arrays.copyOf(values, within(count, 2L * from));
            int length = Math.min(buffer.capacity() / Integer.BYTES, values.length - from);
            fill(length * Integer.BYTES);
            buffer.asIntBuffer().get(values, from, length);
            from += length;
        }
        return values;
    }

    private static int within(int count, long room) throws IOException {
        if (count < 0) {
            throw new IOException("A column cannot have " + count + " values");
        }
        return (int) Math.min(count, room);
    }

    private void fill(int bytes) throws IOException {
        int read = stream.readNBytes(buffer.array(), 0, bytes);
        if (read < bytes) {
            throw new EOFException("A dataset breaks off: " + bytes + " bytes were expected, " + read + " came");
        }
        buffer.clear().limit(bytes);
    }
}
