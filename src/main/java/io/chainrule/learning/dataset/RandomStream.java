package io.chainrule.learning.dataset;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.apache.commons.rng.RestorableUniformRandomProvider;
import org.apache.commons.rng.core.RandomProviderDefaultState;
import org.apache.commons.rng.simple.RandomSource;

/// Random numbers for one purpose, the same for the same seed on any machine; the state can be kept and restored.
///
/// Commons RNG gives uniform bits (xoshiro256++); all that is made of them is our own, so that no library changes it.
/// The state at the start is the SHA-256 of the seed (64 bits, little-endian) and the purpose (UTF-8), read as four
/// little-endian numbers of 64 bits, so that streams of different purpose have nothing to do with each other.
public final class RandomStream {

    private static final RandomSource SOURCE = RandomSource.XO_SHI_RO_256_PP;

    private final RestorableUniformRandomProvider source;

    private RandomStream(RestorableUniformRandomProvider source) {
        this.source = source;
    }

    public static RandomStream of(long seed, String purpose) {
        try {
            var sha = MessageDigest.getInstance("SHA-256");
            sha.update(ByteBuffer.allocate(Long.BYTES)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .putLong(0, seed));
            var hash = sha.digest(purpose.getBytes(StandardCharsets.UTF_8));
            var state = new long[4];
            ByteBuffer.wrap(hash).order(ByteOrder.LITTLE_ENDIAN).asLongBuffer().get(state);
            return new RandomStream(SOURCE.create(state));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /// All there is to know about the numbers to come.
    public byte[] state() {
        return ((RandomProviderDefaultState) source.saveState()).getState();
    }

    /// Goes on where a stream had this state.
    public void restore(byte[] state) {
        source.restoreState(new RandomProviderDefaultState(state));
    }

    /// Uniform in [0, 1), a multiple of 2⁻⁵³.
    public double nextDouble() {
        return (source.nextLong() >>> 11) * 0x1p-53;
    }

    /// Uniform among 0, 1, …, `bound` − 1 without bias: the upper half of a 64 × 64 bit product, lower halves that
    /// would favour some refused (Lemire).
    public int nextInt(int bound) {
        if (bound < 1) {
            throw new IllegalArgumentException("A bound must be at least 1 but is " + bound);
        }
        long bits = source.nextLong();
        long lower = bits * bound;
        if (Long.compareUnsigned(lower, bound) < 0) {
            long refused = Long.remainderUnsigned(-bound, bound);
            while (Long.compareUnsigned(lower, refused) < 0) {
                bits = source.nextLong();
                lower = bits * bound;
            }
        }
        return (int) Math.unsignedMultiplyHigh(bits, bound);
    }

    /// Standard normal, by the polar method; its second number is not kept, so that the source's state is all there is.
    public double nextNormal() {
        while (true) {
            double u = 2 * nextDouble() - 1;
            double v = 2 * nextDouble() - 1;
            double s = u * u + v * v;
            if (s > 0 && s < 1) {
                return u * Math.sqrt(-2 * StrictMath.log(s) / s);
            }
        }
    }

    /// Puts the elements in random order (Fisher–Yates).
    public void shuffle(int[] elements) {
        for (int last = elements.length - 1; last > 0; last--) {
            int chosen = nextInt(last + 1);
            int moved = elements[last];
            elements[last] = elements[chosen];
            elements[chosen] = moved;
        }
    }
}
