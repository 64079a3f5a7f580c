package io.chainrule.learning.training;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/// Everything that a run has become: whoever goes on from here gets the bits of the run that nobody interrupted.
///
/// As bytes, little-endian: the letters `CRCP`, the format's version (int), the epoch (int), the steps
/// (long), the state that the run wrote, and the SHA-256 of all that.
public final class Checkpoint {

    private static final int MAGIC = 'C' | 'R' << 8 | 'C' << 16 | 'P' << 24;
    private static final int FORMAT = 1;
    private static final int HEADER = 3 * Integer.BYTES + Long.BYTES;
    private static final int DIGEST = 32;

    private final int epoch;
    private final long step;
    private final byte[] state;

    Checkpoint(int epoch, long step, byte[] state) {
        this.epoch = epoch;
        this.step = step;
        this.state = state;
    }

    /// How many epochs were complete; the parameters may be some steps further.
    public int epoch() {
        return epoch;
    }

    /// How many optimizer steps were done.
    public long step() {
        return step;
    }

    StateReader state() {
        return new StateReader(state);
    }

    public byte[] toBytes() {
        var bytes = ByteBuffer.allocate(HEADER + state.length + DIGEST).order(ByteOrder.LITTLE_ENDIAN);
        bytes.putInt(MAGIC).putInt(FORMAT).putInt(epoch).putLong(step).put(state);
        return bytes.put(digest(bytes.array(), bytes.position())).array();
    }

    /// What [#toBytes] wrote.
    ///
    /// @throws CheckpointInvalidException if it was written by something else, or has changed since
    public static Checkpoint read(byte[] bytes) {
        int end = bytes.length - DIGEST;
        if (end < HEADER) {
            throw new CheckpointInvalidException(
                    "A checkpoint has at least %d bytes but got %d".formatted(HEADER + DIGEST, bytes.length));
        }
        var content = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        if (content.getInt() != MAGIC) {
            throw new CheckpointInvalidException("These bytes are no checkpoint: they do not start with CRCP");
        }
        int format = content.getInt();
        if (format != FORMAT) {
            throw new CheckpointInvalidException(
                    "Checkpoints of format %d can be read but got format %d".formatted(FORMAT, format));
        }
        if (!Arrays.equals(digest(bytes, end), Arrays.copyOfRange(bytes, end, bytes.length))) {
            throw new CheckpointInvalidException("The checkpoint has changed since it was written: its digest differs");
        }
        return new Checkpoint(content.getInt(), content.getLong(), Arrays.copyOfRange(bytes, HEADER, end));
    }

    private static byte[] digest(byte[] bytes, int length) {
        try {
            var sha = MessageDigest.getInstance("SHA-256");
            sha.update(bytes, 0, length);
            return sha.digest();
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256", impossible);
        }
    }
}
