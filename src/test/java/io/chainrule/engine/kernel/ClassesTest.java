package io.chainrule.engine.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/// Two classes have loops of their own, more have general ones: a third class that is impossible changes no bit.
class ClassesTest {

    private static final double[] STRANGE = {
        0,
        -0.0,
        1,
        1,
        -1,
        1e-300,
        -1e300,
        1e300,
        709,
        -746,
        Double.POSITIVE_INFINITY,
        Double.NEGATIVE_INFINITY,
        Double.NaN
    };

    private static final int ROWS = STRANGE.length * STRANGE.length + 400;

    private final double[] two = new double[2 * ROWS];
    private final double[] three = new double[3 * ROWS];
    private final double[] targetOfTwo = new double[2 * ROWS];
    private final double[] targetOfThree = new double[3 * ROWS];

    ClassesTest() {
        var random = new SplittableRandom(1);
        for (int row = 0; row < ROWS; row++) {
            boolean isStrange = row < STRANGE.length * STRANGE.length;
            put(
                    row,
                    isStrange ? STRANGE[row / STRANGE.length] : random.nextDouble(-50, 50),
                    isStrange ? STRANGE[row % STRANGE.length] : random.nextDouble(-50, 50),
                    random.nextInt(2));
        }
    }

    private void put(int row, double first, double second, int own) {
        two[2 * row] = first;
        two[2 * row + 1] = second;
        three[3 * row] = first;
        three[3 * row + 1] = second;
        three[3 * row + 2] = Double.NEGATIVE_INFINITY;
        targetOfTwo[2 * row + own] = 1;
        targetOfThree[3 * row + own] = 1;
    }

    @Test
    void lossesOfTwoClassesHaveTheBitsOfTheGeneralLoops() {
        assertThat(losses(2, two, targetOfTwo)).containsExactly(losses(3, three, targetOfThree));
    }

    private static double[] losses(int columns, double[] scores, double[] target) {
        var probabilities = new double[scores.length];
        Classes.softmax(ROWS, columns).run(probabilities, new double[][] {scores});
        var losses = new double[ROWS];
        Classes.crossEntropy(ROWS, columns).run(losses, new double[][] {scores, probabilities, target});
        return losses;
    }

    @Test
    void hitsOfTwoClassesAreThoseOfTheGeneralLoops() {
        assertThat(hits(2, two, targetOfTwo))
                .isEqualTo(hits(3, three, targetOfThree))
                .isBetween(1.0, ROWS - 1.0);
    }

    private static double hits(int columns, double[] scores, double[] target) {
        var hits = new double[1];
        Classes.hits(ROWS, columns).run(hits, new double[][] {scores, target});
        return hits[0];
    }
}
