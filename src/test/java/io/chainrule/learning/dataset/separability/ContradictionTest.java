package io.chainrule.learning.dataset.separability;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContradictionTest {

    private static boolean isProved(double[] weights, double[]... rows) {
        return Contradiction.isProved(List.of(rows), weights, new Budget(1_000_000));
    }

    private static double[] of(double... numbers) {
        return numbers;
    }

    @Test
    void oppositeRowsContradictEachOther() {
        assertThat(isProved(of(0.5, 0.5), of(0.1, 3), of(-0.1, -3))).isTrue();
        assertThat(isProved(of(0.25, 0.75), of(0.3, 0.9), of(-0.1, -0.3))).isFalse(); // 3·0.1 is not 0.3 in doubles
        assertThat(isProved(of(0.5, 0.5), of(0.1, 3), of(-0.1, -Math.nextUp(3.0))))
                .isFalse();
    }

    @Test
    void weightsOfASolverNeedOnlyBeAboutRight() {
        assertThat(isProved(of(0.3, 0.7), of(1, 2), of(-1, -2))).isTrue();
        assertThat(isProved(
                        of(0.249999, 0.25, 0.2500001, 0.25), of(0, 0, 1), of(1, 1, 1), of(0, -1, -1), of(-1, 0, -1)))
                .isTrue();
    }

    @Test
    void rowsWithoutWeightDoNotCount() {
        assertThat(isProved(of(0.5, 0.5, 0), of(1), of(-1), of(7))).isTrue();
        assertThat(isProved(of(1, 0), of(1), of(-1))).isFalse();
    }

    @Test
    void rowsOnOneSideDoNotContradictEachOther() {
        assertThat(isProved(of(0.5, 0.5), of(1, 0), of(2, 0))).isFalse();
        assertThat(isProved(of(0.5, 0.25, 0.25), of(1, 0), of(0, 1), of(1, 1))).isFalse();
    }

    @Test
    void moreRowsThanEquationsLeaveWeightsFree() {
        assertThat(isProved(of(0.25, 0.25, 0.25, 0.25), of(1), of(-1), of(2), of(-2)))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(doubles = {4.9e-324, 1e-310, 1e-200, 0.1, 1e200, Double.MAX_VALUE})
    void doublesOfEveryMagnitudeAreTakenExactly(double value) {
        assertThat(isProved(of(0.5, 0.5), of(value, 1), of(-value, -1))).isTrue();
        assertThat(isProved(of(0.5, 0.5), of(value, 1), of(-Math.nextDown(value), -1)))
                .isFalse();
    }

    @Test
    void proofBeyondTheBudgetIsNone() {
        assertThat(Contradiction.isProved(List.of(of(1), of(-1)), of(0.5, 0.5), new Budget(31)))
                .isFalse();
        assertThat(Contradiction.isProved(List.of(of(1), of(-1)), of(0.5, 0.5), new Budget(32)))
                .isTrue();
    }
}
