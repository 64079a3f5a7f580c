package io.chainrule.service.drawing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MarkTest {

    @ParameterizedTest
    @EnumSource
    void coloursAreToldApart(Theme theme) {
        var colours = new HashSet<>();
        for (var mark : Mark.values()) {
            assertThat(colours.add(mark.in(theme))).isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource
    void shapesLieAroundTheOriginAndAreAboutEquallyLarge(Mark mark) {
        var bounds = mark.shape(10).getBounds2D();
        assertThat(bounds.contains(0, 0)).isTrue();
        assertThat(bounds.getWidth()).isBetween(8.0, 13.0);
        assertThat(bounds.getHeight()).isBetween(8.0, 13.0);
    }

    @Test
    void beyondTheLastTheyBeginAgain() {
        assertThat(Mark.of(Mark.values().length)).isEqualTo(Mark.of(0));
    }
}
