package io.chainrule.learning.training;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.chainrule.learning.training.optimizer.OptimizerSpec;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;

/// The loop allocates nothing for a step, and a few small objects for an epoch.
class AllocationTest {

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    /// Both measured within one epoch, after one that compiles what it needs.
    @Test
    void minibatchStepsAllocateNothing() {
        var dataset = Specs.clouds(4000, 2, 3);
        var spec = Specs.mlp(8)
                .optimizer(new OptimizerSpec.Sgd(0.01, 0.9, false))
                .batchSize(1)
                .validation(0.1)
                .epochs(10)
                .build();
        var run = TrainingRun.of(spec, dataset);
        run.next();
        long thousand = bytesOf(run, 1000);
        long twoThousand = bytesOf(run, 2000);

        assertThat(twoThousand - thousand).isZero();
    }

    @Test
    void epochAllocatesAFewSmallObjects() {
        var run = TrainingRun.of(Specs.linear().sgd(1).epochs(100_000).build(), Specs.sample("two-clouds", "label"));
        for (int i = 0; i < 5000; i++) {
            run.next();
        }
        long before = allocated();
        for (int i = 0; i < 10_000; i++) {
            run.next();
        }

        assertThat((allocated() - before) / 10_000).isLessThan(500);
    }

    private static long bytesOf(TrainingRun run, int steps) {
        long before = allocated();
        for (int i = 0; i < steps; i++) {
            run.step();
        }
        return allocated() - before;
    }

    private static long allocated() {
        return THREADS.getCurrentThreadAllocatedBytes();
    }
}
