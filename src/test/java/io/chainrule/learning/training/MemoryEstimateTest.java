package io.chainrule.learning.training;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What a run is said to need is within a factor of two of what it takes from the heap, from its start to its last
/// epoch. Nothing is given back meanwhile but what compiling and encoding leave behind.
class MemoryEstimateTest {

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    static List<ThirtyTrainings.Training> trainings() {
        return ThirtyTrainings.all();
    }

    /// The first runs of a process also load classes, and vectors are objects until their loops are compiled.
    @BeforeAll
    static void runOnce() {
        trainings().stream()
                .filter(training -> training.name().startsWith("[16] on 100,"))
                .forEach(training -> bytesOf(Preparation.of(training.spec(), training.examples())));
    }

    @ParameterizedTest
    @MethodSource("trainings")
    void estimateIsWithinAFactorOfTwo(ThirtyTrainings.Training training) {
        var preparation = Preparation.of(training.spec(), training.examples());
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
