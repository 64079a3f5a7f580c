package io.chainrule.service.drawing;

import java.awt.Color;

/// What a colour says, and how it looks in either theme. The hues are those of Okabe and Ito, which
/// colour-blind readers can tell apart; text is darkened or lightened to a contrast of at least 4.5 : 1.
public enum Tone {
    BACKGROUND(0xFFFFFF, 0x14171C),
    SURFACE(0xFFFFFF, 0x1C2027),
    INK(0x1B1F24, 0xE8EAED),
    MUTED(0x5A636E, 0xA3ABB5),
    LINE(0x8A939E, 0x6D7682),
    GRID(0xE3E6EA, 0x2B3038),

    VALUE(0x0067A3, 0x6CC0F0),
    GRADIENT(0xB24D00, 0xF5A04A),

    VARIABLE(0x0072B2, 0x56B4E9),
    VARIABLE_FILL(0xD9ECF8, 0x173A50),
    CONSTANT(0x8A939E, 0x7B8591),
    CONSTANT_FILL(0xECEEF1, 0x2D333C),
    OPERATION(0x00855F, 0x2BB58C),
    OPERATION_FILL(0xD8F0E7, 0x123D31),
    OUTPUT(0xC98500, 0xE8A91E),
    OUTPUT_FILL(0xFCEBC4, 0x4A380B),

    PATH(0xD55E00, 0xF5A04A),
    LOW(0xEDF5FB, 0x16283A),
    HIGH(0x1F6FA8, 0x4C9BCB);

    private final Color light;
    private final Color dark;

    Tone(int light, int dark) {
        this.light = new Color(light);
        this.dark = new Color(dark);
    }

    public Color in(Theme theme) {
        return switch (theme) {
            case LIGHT -> light;
            case DARK -> dark;
        };
    }
}
