package io.chainrule.learning.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.chainrule.learning.model.Model;
import io.chainrule.learning.training.Specs;
import io.chainrule.learning.training.TrainingRun;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What a decision boundary takes from the heap for each point of its grid: the difference between two of them, so that
/// what every grid costs does not count.
class GridMemoryTest {

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final int FEW = 100;
    private static final int MANY = 300;

    @ParameterizedTest
    @CsvSource({"2, 2", "3, 2", "3, 6", "10, 2", "20, 2"})
    void pointTakesWhatIsStated(int classes, int features) {
        var model = model(classes, features);
        double stated = 64 + 16.0 * classes;
        assertThat(bytesOfPoint(model, GridSpec.Probabilities.WINNING)).isBetween(stated / 2, stated);
        assertThat(bytesOfPoint(model, GridSpec.Probabilities.ALL)).isBetween(stated / 2, stated + 8.0 * classes);
    }

    @Test
    void gridTellsTheBytesOfItsPoints() {
        assertThat(GridSpec.of("512").bytes(2)).isEqualTo(512 * 512 * 96);
        assertThat(GridSpec.of("512").withAllProbabilities().bytes(2)).isEqualTo(512 * 512 * 112);
    }

    private static double bytesOfPoint(Model model, GridSpec.Probabilities probabilities) {
        bytesOf(model, FEW, probabilities); // loads classes
        long few = bytesOf(model, FEW, probabilities);
        long many = bytesOf(model, MANY, probabilities);
        return (double) (many - few) / (MANY * MANY - FEW * FEW);
    }

    private static long bytesOf(Model model, int side, GridSpec.Probabilities probabilities) {
        var grid = GridSpec.of(String.valueOf(side));
        long before = THREADS.getCurrentThreadAllocatedBytes();
        DecisionBoundary.of(model, probabilities == GridSpec.Probabilities.ALL ? grid.withAllProbabilities() : grid);
        return THREADS.getCurrentThreadAllocatedBytes() - before;
    }

    private static Model model(int classes, int features) {
        var run = TrainingRun.of(Specs.linear().epochs(20).build(), Specs.clouds(200, features, classes));
        while (!run.isFinished()) {
            run.next();
        }
        return run.result();
    }
}
