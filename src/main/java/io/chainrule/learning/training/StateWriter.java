package io.chainrule.learning.training;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// The state of a run on its way into a checkpoint: numbers in little-endian order, each array after its length.
final class StateWriter {

    private ByteBuffer bytes = allocated(1 << 12);

    StateWriter put(int value) {
        reserve(Integer.BYTES).putInt(value);
        return this;
    }

    StateWriter put(long value) {
        reserve(Long.BYTES).putLong(value);
        return this;
    }

    StateWriter put(double value) {
        return put(Double.doubleToRawLongBits(value));
    }

    StateWriter put(byte[] values) {
        put(values.length);
        reserve(values.length).put(values);
        return this;
    }

    StateWriter put(int[] values) {
        put(values.length);
        reserve(values.length * Integer.BYTES).asIntBuffer().put(values);
        bytes.position(bytes.position() + values.length * Integer.BYTES);
        return this;
    }

    StateWriter put(double[] values) {
        put(values.length);
        reserve(values.length * Double.BYTES).asDoubleBuffer().put(values);
        bytes.position(bytes.position() + values.length * Double.BYTES);
        return this;
    }

    byte[] toBytes() {
        var written = new byte[bytes.position()];
        bytes.duplicate().flip().get(written);
        return written;
    }

    private ByteBuffer reserve(int more) {
        if (bytes.remaining() < more) {
            int needed = Math.addExact(bytes.position(), more);
            bytes = allocated(Math.max(needed, 2 * bytes.capacity())).put(bytes.flip());
        }
        return bytes;
    }

    private static ByteBuffer allocated(int capacity) {
        return ByteBuffer.allocate(capacity).order(ByteOrder.LITTLE_ENDIAN);
    }
}
