package io.chainrule.learning.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RandomStreamTest {

    private static double[] doubles(RandomStream stream) {
        return DoubleStream.generate(stream::nextDouble).limit(5).toArray();
    }

    @Test
    void sameSeedAndPurposeGiveTheSameNumbers() {
        assertThat(doubles(RandomStream.of(42, "split"))).isEqualTo(doubles(RandomStream.of(42, "split")));
        assertThat(doubles(RandomStream.of(42, "split"))).isNotEqualTo(doubles(RandomStream.of(42, "shuffle")));
        assertThat(doubles(RandomStream.of(42, "split"))).isNotEqualTo(doubles(RandomStream.of(43, "split")));
    }

    /// xoshiro256++ and the derivation of its seed, written out once more.
    @Test
    void numbersAreTheDocumentedOnes() throws Exception {
        var hash = java.security.MessageDigest.getInstance("SHA-256")
                .digest(new byte[] {42, 0, 0, 0, 0, 0, 0, 0, 's', 'p', 'l', 'i', 't'});
        var s = new long[4];
        for (int i = 0; i < 32; i++) {
            s[i / 8] |= (hash[i] & 0xFFL) << 8 * (i % 8);
        }
        var stream = RandomStream.of(42, "split");
        for (int n = 0; n < 1000; n++) {
            long result = Long.rotateLeft(s[0] + s[3], 23) + s[0];
            long t = s[1] << 17;
            s[2] ^= s[0];
            s[3] ^= s[1];
            s[1] ^= s[2];
            s[0] ^= s[3];
            s[2] ^= t;
            s[3] = Long.rotateLeft(s[3], 45);
            assertThat(stream.nextDouble()).isEqualTo((result >>> 11) / 9007199254740992.0);
        }
    }

    @Test
    void restoredStreamsGoOnAsTheOriginal() {
        var stream = RandomStream.of(7, "noise");
        stream.nextInt(10);
        stream.nextNormal();
        var state = stream.state();
        double normal = stream.nextNormal();
        var rest = doubles(stream);
        var other = RandomStream.of(0, "other");
        other.restore(state);
        assertThat(other.nextNormal()).isEqualTo(normal);
        assertThat(doubles(other)).isEqualTo(rest);
    }

    @Test
    void normalsHaveMeanZeroAndVarianceOne() {
        var stream = RandomStream.of(1, "initialization");
        var values = DoubleStream.generate(stream::nextNormal).limit(200_000).toArray();
        double mean = Arrays.stream(values).average().orElseThrow();
        assertThat(mean).isCloseTo(0, within(0.01));
        assertThat(Arrays.stream(values).map(v -> v * v).average().orElseThrow())
                .isCloseTo(1, within(0.02));
        assertThat(Arrays.stream(values).map(v -> v * v * v * v).average().orElseThrow())
                .isCloseTo(3, within(0.15));
        assertThat(Arrays.stream(values).filter(v -> v < -1).count() / 200_000.0)
                .isCloseTo(0.15866, within(0.004));
    }

    @Test
    void integersAreUniformBelowTheirBound() {
        var stream = RandomStream.of(3, "x");
        var counts = new int[6];
        for (int i = 0; i < 60_000; i++) {
            counts[stream.nextInt(6)]++;
        }
        assertThat(IntStream.of(counts)).allMatch(count -> Math.abs(count - 10_000) < 500);
        assertThat(stream.nextInt(1)).isZero();
        assertThat(IntStream.range(0, 1000).map(_ -> stream.nextInt(Integer.MAX_VALUE)))
                .allMatch(value -> value >= 0);
        assertThatThrownBy(() -> stream.nextInt(0)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void everyPermutationIsEquallyLikely() {
        var stream = RandomStream.of(5, "shuffle");
        Map<String, Integer> counts = new HashMap<>();
        for (int i = 0; i < 24_000; i++) {
            var elements = new int[] {0, 1, 2, 3};
            stream.shuffle(elements);
            counts.merge(Arrays.toString(elements), 1, Integer::sum);
        }
        assertThat(counts).hasSize(24);
        assertThat(counts.values()).allMatch(count -> Math.abs(count - 1000) < 160);
    }
}
