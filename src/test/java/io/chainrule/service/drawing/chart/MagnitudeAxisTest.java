package io.chainrule.service.drawing.chart;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MagnitudeAxisTest {

    @Test
    void ticksStandAtOneTwoAndFive() {
        assertThat(MagnitudeAxis.numbers(0.09, 1.1, 10)).containsExactly(0.1, 0.2, 0.5, 1.0);
    }

    @Test
    void manyDecadesKeepOnlyTheirPowers() {
        assertThat(MagnitudeAxis.numbers(0.005, 2000, 8)).containsExactly(0.01, 0.1, 1.0, 10.0, 100.0, 1000.0);
    }

    @Test
    void moreDecadesThanThereIsRoomForAreThinned() {
        assertThat(MagnitudeAxis.numbers(1e-9, 1, 5)).containsExactly(1e-9, 1e-7, 1e-5, 1e-3, 1e-1);
        assertThat(MagnitudeAxis.numbers(1e-300, 1e300, 6)).hasSizeBetween(3, 6).isSorted();
    }

    @Test
    void partOfDecadeIsCutEvenly() {
        assertThat(MagnitudeAxis.numbers(0.305, 0.345, 5)).containsExactly(0.31, 0.32, 0.33, 0.34);
    }
}
