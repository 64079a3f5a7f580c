package io.chainrule.learning.dataset;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// Writes numbers and texts in little-endian order through a buffer of its own.
final class LittleEndianOutput {

    private final OutputStream stream;
    private final ByteBuffer buffer = ByteBuffer.allocate(1 << 16).order(ByteOrder.LITTLE_ENDIAN);

    LittleEndianOutput(OutputStream stream) {
        this.stream = stream;
    }

    void putInt(int value) throws IOException {
        reserve(Integer.BYTES);
        buffer.putInt(value);
    }

    /// With one NaN for all.
    void putDouble(double value) throws IOException {
        reserve(Double.BYTES);
        buffer.putLong(Double.doubleToLongBits(value));
    }

    void putText(@Nullable String text) throws IOException {
        if (text == null) {
            putInt(-1);
            return;
        }
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        putInt(bytes.length);
        if (bytes.length > buffer.remaining()) {
            flush();
        }
        if (bytes.length > buffer.capacity()) {
            stream.write(bytes);
        } else {
            buffer.put(bytes);
        }
    }

    void flush() throws IOException {
        stream.write(buffer.array(), 0, buffer.position());
        buffer.clear();
    }

    private void reserve(int bytes) throws IOException {
        if (buffer.remaining() < bytes) {
            flush();
        }
    }
}
