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

    /// A number that counts from 0 and stays below the bound: where to go on in a list.
    int getPlace(int bound) {
        int place = getInt();
        if (place < 0 || place >= bound) {
            throw new CheckpointInvalidException(
                    "The checkpoint goes on at place %d where this run has %d".formatted(place, bound));
        }
        return place;
    }

    /// As many places as the array takes, all of them below the bound.
    void getPlaces(int[] places, int bound) {
        get(places);
        for (int place : places) {
            if (place < 0 || place >= bound) {
                throw new CheckpointInvalidException(
                        "The checkpoint names place %d where this run has %d".formatted(place, bound));
            }
        }
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
