package io.chainrule.service.drawing;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ToneTest {

    @ParameterizedTest
    @EnumSource
    void textStandsOutFromWhatItIsWrittenOn(Theme theme) {
        for (var text : new Tone[] {Tone.INK, Tone.MUTED, Tone.VALUE, Tone.GRADIENT}) {
            for (var paper : new Tone[] {Tone.BACKGROUND, Tone.SURFACE}) {
                assertThat(contrast(text.in(theme), paper.in(theme)))
                        .as("%s on %s", text, paper)
                        .isGreaterThan(4.5);
            }
        }
        for (var kind : new Tone[] {Tone.VARIABLE_FILL, Tone.CONSTANT_FILL, Tone.OPERATION_FILL, Tone.OUTPUT_FILL}) {
            assertThat(contrast(Tone.INK.in(theme), kind.in(theme))).isGreaterThan(7);
        }
    }

    private static double contrast(Color a, Color b) {
        double one = luminance(a) + 0.05;
        double other = luminance(b) + 0.05;
        return Math.max(one, other) / Math.min(one, other);
    }

    /// After WCAG 2.
    private static double luminance(Color colour) {
        return 0.2126 * linear(colour.getRed())
                + 0.7152 * linear(colour.getGreen())
                + 0.0722 * linear(colour.getBlue());
    }

    private static double linear(int channel) {
        double share = channel / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }
}
