package io.chainrule.learning.dataset.separability;

import static org.assertj.core.api.Assertions.assertThat;

import io.chainrule.learning.dataset.Matrix;
import io.chainrule.learning.dataset.statistics.Standardization;
import java.util.List;
import org.junit.jupiter.api.Test;

class WitnessTest {

    /// The second class scores x − 1 higher than the first.
    private static final Witness ABOVE_ONE = new Witness(List.of(List.of(0.0, 1.0)), List.of(1.0, 0.0));

    @Test
    void everyExampleMustBeOnItsSide() {
        assertThat(ABOVE_ONE.separates(new Matrix(3, 1, 0, 2, 3), new int[] {0, 1, 1}))
                .isTrue();
        assertThat(ABOVE_ONE.separates(new Matrix(3, 1, 0, 2, 3), new int[] {0, 1, 0}))
                .isFalse();
    }

    @Test
    void tieAndLeadThatRoundingCouldMakeAreNone() {
        assertThat(ABOVE_ONE.separates(new Matrix(1, 1, 1), new int[] {1})).isFalse();
        assertThat(ABOVE_ONE.separates(new Matrix(1, 1, Math.nextUp(1.0)), new int[] {1}))
                .isFalse();
        assertThat(ABOVE_ONE.separates(new Matrix(1, 1, 1 + 1e-14), new int[] {1}))
                .isTrue();
        assertThat(ABOVE_ONE.separates(new Matrix(1, 1, Double.NaN), new int[] {1}))
                .isFalse();
    }

    @Test
    void unknownsOfStandardUnitsBecomeWeightsOfRawOnes() {
        var units = List.of(Standardization.of(1, 5), Standardization.of(7, 7));
        var witness = Witness.of(new double[] {3, 9, 4}, units, 2);
        assertThat(witness.weights()).containsExactly(List.of(1.5, 0.0), List.of(0.0, 0.0));
        assertThat(witness.biases()).containsExactly(4 - 1.5 * 3, 0.0);
    }
}
