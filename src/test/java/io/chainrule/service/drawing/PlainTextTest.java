package io.chainrule.service.drawing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PlainTextTest {

    @Test
    void whatHasNoShapeIsReplaced() {
        assertThat(PlainText.of("a\u0000b\nc\u001Bd\u202Ee\u2028f\uFFFEg\uD83Dh"))
                .isEqualTo("a�b�c�d�e�f�g�h");
        assertThat(PlainText.of("Übung α₂ \uD83D\uDE00 שלום 数")).isEqualTo("Übung α₂ \uD83D\uDE00 שלום 数");
    }

    @Test
    void longTextEndsInAnEllipsis() {
        assertThat(PlainText.of("abcdef", 6)).isEqualTo("abcdef");
        assertThat(PlainText.of("abcdefg", 6)).isEqualTo("abcde…");
        assertThat(PlainText.of("\uD83D\uDE00".repeat(4), 3)).isEqualTo("\uD83D\uDE00\uD83D\uDE00…");
    }

    @Test
    void textIsCutToItsWidth() {
        var cut = PlainText.of("W".repeat(10_000), Lettering.BODY, 100);
        assertThat(cut).startsWith("WWWW").endsWith("…");
        assertThat(Lettering.BODY.width(cut)).isBetween(80.0, 100.0);
        assertThat(PlainText.of("short", Lettering.BODY, 100)).isEqualTo("short");
    }
}
