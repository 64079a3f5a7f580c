package io.chainrule.learning.training;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.chainrule.learning.dataset.Dataset;
import io.chainrule.learning.training.optimizer.OptimizerSpec;
import java.lang.management.ManagementFactory;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// What a run is said to need is within a factor of two of what it takes from the heap, from its start to its last
/// epoch. Nothing is given back meanwhile but what compiling and encoding leave behind.
class MemoryEstimateTest {

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final Dataset SMALL = Specs.clouds(100, 2, 2);
    private static final Dataset MIDDLE = Specs.clouds(5_000, 20, 3);
    private static final Dataset LARGE = Specs.clouds(20_000, 10, 10);

    static Stream<Arguments> specs() {
        return Stream.of(new Integer[][] {{}, {16}, {64, 64}, {256, 128}, {8, 8, 8, 8}})
                .flatMap(hidden -> Stream.of(SMALL, MIDDLE, LARGE)
                        .flatMap(examples -> Stream.of(
                                Arguments.of(fullBatch(hidden), examples),
                                Arguments.of(minibatches(hidden), examples))));
    }

    private static TrainingSpec fullBatch(Integer... hidden) {
        return model(hidden).epochs(20).build();
    }

    private static TrainingSpec minibatches(Integer... hidden) {
        var momentum = new OptimizerSpec.Sgd(0.01, 0.9, false);
        return model(hidden)
                .epochs(3)
                .batchSize(50)
                .optimizer(momentum)
                .validation(0.2)
                .build();
    }

    private static Specs model(Integer... hidden) {
        return hidden.length == 0 ? Specs.linear() : Specs.mlp(hidden);
    }

    /// The first run of a process also loads classes.
    @BeforeAll
    static void runOnce() {
        bytesOf(Preparation.of(minibatches(16), SMALL));
        bytesOf(Preparation.of(fullBatch(16), SMALL));
    }

    @ParameterizedTest
    @MethodSource("specs")
    void estimateIsWithinAFactorOfTwo(TrainingSpec spec, Dataset examples) {
        var preparation = Preparation.of(spec, examples);
        double ratio = (double) bytesOf(preparation) / preparation.estimate().memoryBytes();
        assertThat(ratio).isBetween(0.5, 2.0);
    }

    private static long bytesOf(Preparation preparation) {
        long before = THREADS.getCurrentThreadAllocatedBytes();
        var run = preparation.run();
        while (!run.isFinished()) {
            run.next();
        }
        return THREADS.getCurrentThreadAllocatedBytes() - before;
    }
}
