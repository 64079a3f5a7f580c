package io.chainrule.learning.training;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.function.Supplier;

/// Reads what [StateWriter] wrote.
final class StateReader {

    private final ByteBuffer bytes;

    StateReader(byte[] state) {
        this.bytes = ByteBuffer.wrap(state).order(ByteOrder.LITTLE_ENDIAN);
    }

    int getInt() {
        return within(bytes::getInt);
    }

    long getLong() {
        return within(bytes::getLong);
    }

    double getDouble() {
        return Double.longBitsToDouble(getLong());
    }

    /// Into an array of just that length.
    void get(byte[] values) {
        requireLength(values.length);
        within(() -> bytes.get(values));
    }

    /// Into an array of just that length.
    void get(int[] values) {
        requireLength(values.length);
        within(() -> bytes.asIntBuffer().get(values));
        bytes.position(bytes.position() + values.length * Integer.BYTES);
    }

    /// Into an array of just that length.
    void get(double[] values) {
        requireLength(values.length);
        within(() -> bytes.asDoubleBuffer().get(values));
        bytes.position(bytes.position() + values.length * Double.BYTES);
    }

    void requireEnd() {
        if (bytes.hasRemaining()) {
            throw new CheckpointInvalidException(
                    "The checkpoint has %d bytes more than this run needs".formatted(bytes.remaining()));
        }
    }

    private void requireLength(int expected) {
        int length = getInt();
        if (length != expected) {
            throw new CheckpointInvalidException(
                    "This run keeps %d numbers where the checkpoint has %d".formatted(expected, length));
        }
    }

    private <T> T within(Supplier<T> read) {
        try {
            return read.get();
        } catch (BufferUnderflowException _) {
            throw brokenOff();
        }
    }

    private static CheckpointInvalidException brokenOff() {
        return new CheckpointInvalidException("The checkpoint breaks off: this run needs more");
    }
}
