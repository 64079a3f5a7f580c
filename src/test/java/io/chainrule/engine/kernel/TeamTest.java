package io.chainrule.engine.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;

class TeamTest {

    @Test
    void everyChunkIsDoneOnceAndNoTwoMembersShareANumber() {
        for (int round = 0; round < 200; round++) {
            var done = new AtomicIntegerArray(40);
            var threads = new ConcurrentHashMap<Integer, Thread>();
            Team.share(40, 3, (chunk, member) -> {
                done.incrementAndGet(chunk);
                assertThat(member).isBetween(0, 2);
                assertThat(threads.computeIfAbsent(member, _ -> Thread.currentThread()))
                        .isSameAs(Thread.currentThread());
            });
            for (int chunk = 0; chunk < 40; chunk++) {
                assertThat(done.get(chunk)).isOne();
            }
        }
    }

    @Test
    void failureOfOneReachesTheCaller() {
        assertThatThrownBy(() -> Team.share(5, 2, (chunk, _) -> {
                    if (chunk == 3) {
                        throw new IllegalArgumentException("chunk 3");
                    }
                }))
                .hasRootCauseMessage("chunk 3");
    }

    @Test
    void sharedProductsHaveTheBitsOfOneThread() {
        for (int[] size : new int[][] {{128, 256, 784}, {130, 67, 45}, {9, 530, 33}}) {
            var layout = Layout.of(size[0], size[1], size[2], false, true);
            assertSameBits(layout, threads -> new VectorProduct(layout, threads));
            assertSameBits(layout, threads -> new LineProduct(layout, false, threads));
            assertSameBits(layout, threads -> new LineProduct(layout, true, threads));
        }
    }

    private static void assertSameBits(Layout layout, IntFunction<Kernel> kernels) {
        var random = new SplittableRandom(5);
        var operands = new double[][] {
            random.doubles((long) layout.rows() * layout.depth(), -1, 1).toArray(),
            random.doubles((long) layout.depth() * layout.columns(), -1, 1).toArray()
        };
        var alone = new double[layout.rows() * layout.columns()];
        kernels.apply(1).run(alone, operands);
        var shared = kernels.apply(3);
        for (int round = 0; round < 20; round++) {
            var together = new double[alone.length];
            shared.run(together, operands);
            assertThat(together).isEqualTo(alone);
        }
    }
}
