package io.chainrule.service.drawing;

import java.awt.Color;

/// The colours between two tones, for values between low and high.
public record Ramp(Tone low, Tone high) {

    public static final Ramp HEIGHT = new Ramp(Tone.LOW, Tone.HIGH);

    /// The colour of a value.
    ///
    /// @param share from 0, low, to 1, high
    public Color at(double share, Theme theme) {
        var from = low.in(theme);
        var to = high.in(theme);
        double part = Math.max(0, Math.min(1, share));
        return new Color(
                mixed(from.getRed(), to.getRed(), part),
                mixed(from.getGreen(), to.getGreen(), part),
                mixed(from.getBlue(), to.getBlue(), part));
    }

    private static int mixed(int from, int to, double part) {
        return (int) Math.rint(from + part * (to - from));
    }
}
