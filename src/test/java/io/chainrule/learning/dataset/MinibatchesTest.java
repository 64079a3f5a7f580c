package io.chainrule.learning.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.management.ManagementFactory;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MinibatchesTest {

    private static RandomStream random() {
        return RandomStream.of(9, Minibatches.STREAM);
    }

    @Test
    void lastBatchMayBeShorter() {
        var minibatches = new Minibatches(10, 4, false, random());
        minibatches.startEpoch();
        assertThat(minibatches.batches()).isEqualTo(3);
        assertThat(IntStream.range(0, 3).map(minibatches::size)).containsExactly(4, 4, 2);
        assertThat(IntStream.range(0, 3).map(minibatches::start)).containsExactly(0, 4, 8);
        assertThat(minibatches.order()).containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8, 9);
        assertThat(new Minibatches(8, 4, false, random()).batches()).isEqualTo(2);
        assertThat(new Minibatches(3, 100, false, random()).size(0)).isEqualTo(3);
        assertThatThrownBy(() -> new Minibatches(3, 0, false, random())).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void epochsVisitEveryExampleInAnotherOrder() {
        var minibatches = new Minibatches(50, 7, true, random());
        minibatches.startEpoch();
        var first = minibatches.order().clone();
        minibatches.startEpoch();
        assertThat(first).isNotEqualTo(minibatches.order());
        assertThat(minibatches.order())
                .containsExactlyInAnyOrder(IntStream.range(0, 50).toArray());
    }

    @Test
    void restoredStateGivesTheSameEpochs() {
        var minibatches = new Minibatches(50, 7, true, random());
        minibatches.startEpoch();
        var state = minibatches.state();
        minibatches.startEpoch();
        var second = minibatches.order().clone();
        minibatches.startEpoch();
        var resumed = new Minibatches(50, 7, true, RandomStream.of(0, "other"));
        resumed.restore(state);
        resumed.startEpoch();
        assertThat(resumed.order()).isEqualTo(second);
        resumed.startEpoch();
        assertThat(resumed.order()).isEqualTo(minibatches.order());
    }

    @Test
    void rowsOfABatchAreCopiedInItsOrder() {
        var matrix = new Matrix(3, 2, 1, 2, 3, 4, 5, 6);
        var batch = new double[4];
        matrix.copyRows(new int[] {0, 2, 1}, 1, 2, batch);
        assertThat(batch).containsExactly(5, 6, 3, 4);
    }

    @Test
    void epochsAllocateNothing() {
        var minibatches = new Minibatches(1000, 32, true, random());
        var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        for (int i = 0; i < 200; i++) {
            minibatches.startEpoch();
        }
        threads.getCurrentThreadAllocatedBytes();
        long before = threads.getCurrentThreadAllocatedBytes();
        for (int i = 0; i < 100; i++) {
            minibatches.startEpoch();
        }
        assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(100);
    }
}
